// Made from partners.json of the OpenAPI documents: npm run client:write.

export interface paths {
  '/v1/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          state?: 'open' | 'blocking' | 'replayed' | 'discarded';
          topic?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letters/{id}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dead-letters/{id}/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/partners/me/terms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                version: number;
                /** Format: uri */
                url: string;
                digest?: string;
                summary: string;
                material: boolean;
                /** @enum {string} */
                state: 'published' | 'inForce' | 'superseded' | 'passedOver';
                /** Format: date-time */
                publishedAt: string;
                /** Format: date-time */
                confirmedAt?: string;
              }[];
            };
          };
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** Format: uri */
            url: string;
            digest?: string;
            summary: string;
            material: boolean;
          };
        };
      };
      responses: {
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              version: number;
              /** Format: uri */
              url: string;
              digest?: string;
              summary: string;
              material: boolean;
              /** @enum {string} */
              state: 'published' | 'inForce' | 'superseded' | 'passedOver';
              /** Format: date-time */
              publishedAt: string;
              /** Format: date-time */
              confirmedAt?: string;
            };
          };
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/partners/{id}/terms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Id of the partner portal */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                version: number;
                /** Format: uri */
                url: string;
                digest?: string;
                summary: string;
                material: boolean;
                /** @enum {string} */
                state: 'published' | 'inForce' | 'superseded' | 'passedOver';
                /** Format: date-time */
                publishedAt: string;
                /** Format: date-time */
                confirmedAt?: string;
              }[];
            };
          };
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/partners/{id}/terms/{version}/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Id of the partner portal */
          id: string;
          version: number;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            material: boolean;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              name: string;
              /** Format: uri */
              website?: string;
              roles: ('outlet' | 'source')[];
              /** @enum {string} */
              category: 'public' | 'private' | 'training' | 'event';
              /** @enum {string} */
              status: 'active' | 'suspended' | 'closed';
              conditions: ('oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData')[];
              terms?: {
                version: number;
                material: number;
              };
              /** Format: date-time */
              changedAt: string;
              /** @description Id of the partner portal */
              id: string;
              halted: boolean;
              stop?:
                | {
                    /** @enum {string} */
                    state: 'stopped';
                    /** Format: date-time */
                    effectiveAt: string;
                    receipt: string;
                  }
                | {
                    /** @enum {string} */
                    state: 'stopping';
                    /** Format: uuid */
                    stop: string;
                  };
            };
          };
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/partners/me/profile': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    put: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            name: string;
            /** Format: uri */
            website?: string;
            declaredConditions: ('oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData')[];
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              name: string;
              /** Format: uri */
              website?: string;
              roles: ('outlet' | 'source')[];
              /** @enum {string} */
              category: 'public' | 'private' | 'training' | 'event';
              /** @enum {string} */
              status: 'active' | 'suspended' | 'closed';
              conditions: ('oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData')[];
              terms?: {
                version: number;
                material: number;
              };
              /** Format: date-time */
              changedAt: string;
              /** @description Id of the partner portal */
              id: string;
              halted: boolean;
              stop?:
                | {
                    /** @enum {string} */
                    state: 'stopped';
                    /** Format: date-time */
                    effectiveAt: string;
                    receipt: string;
                  }
                | {
                    /** @enum {string} */
                    state: 'stopping';
                    /** Format: uuid */
                    stop: string;
                  };
            };
          };
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/partners/me/endpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                /** Format: uri */
                url: string;
                /** @enum {string} */
                format: 'canonical-json';
                /** @enum {string} */
                signing: 'hmac' | 'ed25519';
                paused: boolean;
              }[];
            };
          };
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            url: string;
            /**
             * @default canonical-json
             * @enum {string}
             */
            format?: 'canonical-json';
            /**
             * @default hmac
             * @enum {string}
             */
            signing?: 'hmac' | 'ed25519';
          };
        };
      };
      responses: {
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              secrets: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'hmac' | 'ed25519';
                secret: string;
              }[];
              /** Format: uuid */
              id: string;
            };
          };
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/partners/me/endpoints/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/partners/me/secrets/rotation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              secrets: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'hmac' | 'ed25519';
                secret: string;
              }[];
            };
          };
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/partners/me/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/partners/me/statistics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/partners': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              items: {
                name: string;
                /** Format: uri */
                website?: string;
                roles: ('outlet' | 'source')[];
                /** @enum {string} */
                category: 'public' | 'private' | 'training' | 'event';
                /** @enum {string} */
                status: 'active' | 'suspended' | 'closed';
                conditions: ('oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData')[];
                terms?: {
                  version: number;
                  material: number;
                };
                /** Format: date-time */
                changedAt: string;
                /** @description Id of the partner portal */
                id: string;
                halted: boolean;
              }[];
            };
          };
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description Id of the partner portal */
            id: string;
            name: string;
            /** Format: uri */
            website?: string;
            /**
             * @default [
             *       "outlet"
             *     ]
             */
            roles?: ('outlet' | 'source')[];
            /** @enum {string} */
            category: 'public' | 'private' | 'training' | 'event';
            /**
             * @default {
             *       "concurrency": 4,
             *       "ratePerSecond": 20
             *     }
             */
            limits?: {
              concurrency: number;
              ratePerSecond: number;
            };
          };
        };
      };
      responses: {
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              name: string;
              /** Format: uri */
              website?: string;
              roles: ('outlet' | 'source')[];
              /** @enum {string} */
              category: 'public' | 'private' | 'training' | 'event';
              /** @enum {string} */
              status: 'active' | 'suspended' | 'closed';
              conditions: ('oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData')[];
              terms?: {
                version: number;
                material: number;
              };
              /** Format: date-time */
              changedAt: string;
              /** @description Id of the partner portal */
              id: string;
              halted: boolean;
            };
          };
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/partners/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Id of the partner portal */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              name: string;
              /** Format: uri */
              website?: string;
              roles: ('outlet' | 'source')[];
              /** @enum {string} */
              category: 'public' | 'private' | 'training' | 'event';
              /** @enum {string} */
              status: 'active' | 'suspended' | 'closed';
              conditions: ('oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData')[];
              terms?: {
                version: number;
                material: number;
              };
              /** Format: date-time */
              changedAt: string;
              /** @description Id of the partner portal */
              id: string;
              halted: boolean;
            };
          };
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Id of the partner portal */
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @enum {string} */
            category?: 'public' | 'private' | 'training' | 'event';
            /** @enum {string} */
            status?: 'active' | 'suspended' | 'closed';
            roles?: ('outlet' | 'source')[];
            limits?: {
              concurrency: number;
              ratePerSecond: number;
            };
            conditions?: ('oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData')[];
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              name: string;
              /** Format: uri */
              website?: string;
              roles: ('outlet' | 'source')[];
              /** @enum {string} */
              category: 'public' | 'private' | 'training' | 'event';
              /** @enum {string} */
              status: 'active' | 'suspended' | 'closed';
              conditions: ('oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData')[];
              terms?: {
                version: number;
                material: number;
              };
              /** Format: date-time */
              changedAt: string;
              /** @description Id of the partner portal */
              id: string;
              halted: boolean;
              stop?:
                | {
                    /** @enum {string} */
                    state: 'stopped';
                    /** Format: date-time */
                    effectiveAt: string;
                    receipt: string;
                  }
                | {
                    /** @enum {string} */
                    state: 'stopping';
                    /** Format: uuid */
                    stop: string;
                  };
            };
          };
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    trace?: never;
  };
  '/v1/partners/{id}/halt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Id of the partner portal */
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            reason: string;
          };
        };
      };
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description Id of the partner portal */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A problem (RFC 9457) */
        default: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/problem+json': components['schemas']['Problem'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    /** @description RFC 9457 problem details; `type` is stable. */
    Problem: {
      /** Format: uri */
      type: string;
      title: string;
      status: number;
      detail: string;
      instance?: string;
      errors?: {
        /** @description JSON pointer of the field */
        pointer: string;
        /**
         * @description absent: the body
         * @enum {string}
         */
        in?: 'query' | 'path' | 'header';
        code: string;
        message: string;
      }[];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
