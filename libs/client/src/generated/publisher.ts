// Made from publisher.json of the OpenAPI documents: npm run client:write.

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
  '/v1/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every request to a partner, newest first */
    get: {
      parameters: {
        query?: {
          /** @description Id of the offer */
          offer?: string;
          since?: string;
          /** @description Id of the partner portal */
          partner?: string;
          cursor?: string;
          limit?: number;
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
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                at: string;
                partner: string;
                /** @enum {string} */
                kind: 'show' | 'remove' | 'test';
                /** Format: uuid */
                postingId?: string;
                /** Format: uuid */
                offerId?: string;
                version?: number;
                revision?: number;
                number: number;
                result: string;
                status?: number;
                error?: string;
                sent: string;
                durationMs: number;
                digest?: string;
                mapping?: string;
                bodyHmac?: string;
                bodySha256?: string;
              }[];
              next?: string;
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
  '/v1/deliveries/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One request, with what the partner answered */
    get: {
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
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: date-time */
              at: string;
              partner: string;
              /** @enum {string} */
              kind: 'show' | 'remove' | 'test';
              /** Format: uuid */
              postingId?: string;
              /** Format: uuid */
              offerId?: string;
              version?: number;
              revision?: number;
              number: number;
              result: string;
              status?: number;
              error?: string;
              sent: string;
              durationMs: number;
              digest?: string;
              mapping?: string;
              bodyHmac?: string;
              bodySha256?: string;
              reply?: {
                contentType?: string;
                text: string;
                truncated: boolean;
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
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/partners/me/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Requests to your endpoint, newest first */
    get: {
      parameters: {
        query?: {
          /** @description Id of the offer */
          offer?: string;
          since?: string;
          cursor?: string;
          limit?: number;
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
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                at: string;
                partner: string;
                /** @enum {string} */
                kind: 'show' | 'remove' | 'test';
                /** Format: uuid */
                postingId?: string;
                /** Format: uuid */
                offerId?: string;
                version?: number;
                revision?: number;
                number: number;
                result: string;
                status?: number;
                error?: string;
                sent: string;
                durationMs: number;
                digest?: string;
                mapping?: string;
                bodyHmac?: string;
                bodySha256?: string;
              }[];
              next?: string;
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
  '/v1/partners/me/deliveries/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One request, with what you answered */
    get: {
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
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /** Format: date-time */
              at: string;
              partner: string;
              /** @enum {string} */
              kind: 'show' | 'remove' | 'test';
              /** Format: uuid */
              postingId?: string;
              /** Format: uuid */
              offerId?: string;
              version?: number;
              revision?: number;
              number: number;
              result: string;
              status?: number;
              error?: string;
              sent: string;
              durationMs: number;
              digest?: string;
              mapping?: string;
              bodyHmac?: string;
              bodySha256?: string;
              reply?: {
                contentType?: string;
                text: string;
                truncated: boolean;
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
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/partners/me/test-events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have a signed test event sent to your endpoint, now; an endpoint that was gone is back if it takes it */
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
            /** @default Test */
            message?: string;
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
              id: string;
              result: string;
              status?: number;
              error?: string;
              durationMs: number;
              reply?: string;
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
  '/v1/postings/{id}/acknowledgement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say where a posting shows, or that you do not show it; saying it again changes nothing */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json':
            | {
                /** @enum {string} */
                status: 'live';
                /** Format: uri */
                url: string;
              }
            | {
                /** @enum {string} */
                status: 'refused';
                reason: string;
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
              /** Format: uuid */
              postingId: string;
              state: string;
              /** Format: uri */
              publicUrl?: string;
              /** Format: date-time */
              since: string;
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
  '/v1/recalls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Offers that came down at partners, newest first: told, confirmed, what their pages show */
    get: {
      parameters: {
        query?: {
          /** @description Id of the offer */
          offer?: string;
          since?: string;
          /** @description Id of the partner portal */
          partner?: string;
          escalated?: 'true' | 'false';
          cursor?: string;
          limit?: number;
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
          content: {
            'application/json': {
              items: {
                /** Format: uuid */
                postingId: string;
                /** Format: uuid */
                offerId: string;
                partner: string;
                /** @enum {string} */
                state:
                  | 'notAllowed'
                  | 'pending'
                  | 'sent'
                  | 'live'
                  | 'refused'
                  | 'failing'
                  | 'removing'
                  | 'removed'
                  | 'removalUnconfirmed';
                because?: string;
                /** Format: date-time */
                since: string;
                /** Format: date-time */
                toldAt?: string;
                /** Format: date-time */
                confirmedAt?: string;
                msToSilence?: number;
                /** Format: date-time */
                escalatedAt?: string;
                attempts: number;
                /** Format: date-time */
                nextAttemptAt?: string;
                page?: {
                  url: string;
                  looks: number;
                  /** @enum {string} */
                  seen?: 'gone' | 'stillVisible' | 'unknown';
                  why?: string;
                  /** Format: date-time */
                  since?: string;
                  /** Format: date-time */
                  at?: string;
                  overdueHours?: number;
                  /** Format: date-time */
                  nextLookAt?: string;
                };
              }[];
              next?: string;
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
  '/v1/recalls/partners': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Time to silence of each partner, since a time or in thirty days */
    get: {
      parameters: {
        query?: {
          since?: string;
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
          content: {
            'application/json': {
              items: {
                partner: string;
                recalls: number;
                confirmed: number;
                escalated: number;
                stillVisible: number;
                medianMsToSilence?: number;
                slowestMsToSilence?: number;
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
