// Made from consent.json of the OpenAPI documents: npm run client:write.

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
  '/v1/agreements/preview': {
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
        query?: {
          cursor?: string;
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json':
            | {
                /** @enum {string} */
                offers: 'one';
                /**
                 * Format: uuid
                 * @description Id of the offer
                 */
                offerId: string;
                /** @enum {string} */
                effect: 'allow' | 'refuse';
                audience:
                  | {
                      /** @enum {string} */
                      kind: 'partners';
                      partners: string[];
                    }
                  | {
                      /** @enum {string} */
                      kind: 'categories';
                      categories: ('public' | 'private' | 'training' | 'event')[];
                    }
                  | {
                      /** @enum {string} */
                      kind: 'allPublic';
                    }
                  | {
                      /** @enum {string} */
                      kind: 'all';
                    };
                /** Format: date-time */
                from?: string;
                /** Format: date-time */
                until?: string;
                conditions?: ('oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData')[];
                wording: {
                  id: string;
                  version: number;
                  /** @enum {string} */
                  language: 'fr' | 'en';
                };
                terms?: {
                  [key: string]: number;
                };
                givenBy?: {
                  name: string;
                  role?: string;
                };
                pendingProof?: boolean;
                /** Format: uuid */
                replaces?: string;
              }
            | {
                /** @enum {string} */
                offers: 'filter';
                filter: {
                  occupations?: string[];
                  communes?: string[];
                  departments?: string[];
                  contractTypes?: (
                    'CDI' | 'CDD' | 'DDI' | 'DIN' | 'FRA' | 'LIB' | 'MIS' | 'SAI' | 'REP' | 'CCE' | 'TTI'
                  )[];
                };
                /** @enum {string} */
                effect: 'allow' | 'refuse';
                audience:
                  | {
                      /** @enum {string} */
                      kind: 'partners';
                      partners: string[];
                    }
                  | {
                      /** @enum {string} */
                      kind: 'categories';
                      categories: ('public' | 'private' | 'training' | 'event')[];
                    }
                  | {
                      /** @enum {string} */
                      kind: 'allPublic';
                    }
                  | {
                      /** @enum {string} */
                      kind: 'all';
                    };
                /** Format: date-time */
                from?: string;
                /** Format: date-time */
                until?: string;
                conditions?: ('oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData')[];
                wording: {
                  id: string;
                  version: number;
                  /** @enum {string} */
                  language: 'fr' | 'en';
                };
                terms?: {
                  [key: string]: number;
                };
                givenBy?: {
                  name: string;
                  role?: string;
                };
                pendingProof?: boolean;
                /** Format: uuid */
                replaces?: string;
              }
            | {
                /** @enum {string} */
                offers: 'all';
                /** @enum {string} */
                effect: 'allow' | 'refuse';
                audience:
                  | {
                      /** @enum {string} */
                      kind: 'partners';
                      partners: string[];
                    }
                  | {
                      /** @enum {string} */
                      kind: 'categories';
                      categories: ('public' | 'private' | 'training' | 'event')[];
                    }
                  | {
                      /** @enum {string} */
                      kind: 'allPublic';
                    }
                  | {
                      /** @enum {string} */
                      kind: 'all';
                    };
                /** Format: date-time */
                from?: string;
                /** Format: date-time */
                until?: string;
                conditions?: ('oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData')[];
                wording: {
                  id: string;
                  version: number;
                  /** @enum {string} */
                  language: 'fr' | 'en';
                };
                terms?: {
                  [key: string]: number;
                };
                givenBy?: {
                  name: string;
                  role?: string;
                };
                pendingProof?: boolean;
                /** Format: uuid */
                replaces?: string;
              };
        };
      };
      responses: {
        /** @description A page of the offers on show that it would change */
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
  '/v1/agreements/confirmation': {
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
      requestBody?: never;
      responses: {
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json':
              | {
                  /** @enum {string} */
                  state: 'stopped';
                  /** Format: uuid */
                  stop: string;
                  /** Format: date-time */
                  effectiveAt: string;
                  receipt: string;
                  postings: {
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
                  }[];
                }
              | {
                  /** @enum {string} */
                  state: 'stopping';
                  /** Format: uuid */
                  stop: string;
                  status: string;
                  postings: {
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
  '/v1/agreements/{id}/renewal': {
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
      requestBody: {
        content: {
          'application/json': {
            wording: {
              id: string;
              version: number;
              /** @enum {string} */
              language: 'fr' | 'en';
            };
            terms?: {
              [key: string]: number;
            };
            givenBy?: {
              name: string;
              role?: string;
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
              /** Format: uuid */
              id: string;
              receipt: string;
              /** StopState */
              stop?:
                | {
                    /** @enum {string} */
                    state: 'stopped';
                    /** Format: uuid */
                    stop: string;
                    /** Format: date-time */
                    effectiveAt: string;
                    receipt: string;
                    postings: {
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
                    }[];
                  }
                | {
                    /** @enum {string} */
                    state: 'stopping';
                    /** Format: uuid */
                    stop: string;
                    status: string;
                    postings: {
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
                    }[];
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
  '/v1/agreements': {
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
          state?: 'active' | 'ended';
          offer?: string;
          holder?: string;
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
                /** @enum {string} */
                effect: 'allow' | 'refuse';
                /** @enum {string} */
                offers: 'one' | 'filter' | 'all';
                /** Format: uuid */
                offerId?: string;
                filter?: {
                  occupations?: string[];
                  communes?: string[];
                  departments?: string[];
                  contractTypes?: (
                    'CDI' | 'CDD' | 'DDI' | 'DIN' | 'FRA' | 'LIB' | 'MIS' | 'SAI' | 'REP' | 'CCE' | 'TTI'
                  )[];
                };
                audience:
                  | {
                      /** @enum {string} */
                      kind: 'partners';
                      partners: string[];
                    }
                  | {
                      /** @enum {string} */
                      kind: 'categories';
                      categories: ('public' | 'private' | 'training' | 'event')[];
                    }
                  | {
                      /** @enum {string} */
                      kind: 'allPublic';
                    }
                  | {
                      /** @enum {string} */
                      kind: 'all';
                    };
                from?: string;
                until?: string;
                conditions: string[];
                wording: {
                  id: string;
                  version: number;
                  language: string;
                  digest: string;
                };
                givenBy?: {
                  name: string;
                  role?: string;
                };
                terms: {
                  [key: string]: number;
                };
                askedAgainBy: string[];
                pendingProof: boolean;
                /** Format: uuid */
                replaces?: string;
                givenAt: string;
                digest: string;
                /** @enum {string} */
                state: 'inForce' | 'notYet' | 'over' | 'pendingProof' | 'withdrawn' | 'replaced' | 'lapsed';
                endedAt?: string;
                stop?: {
                  status: string;
                  effectiveAt: string | null;
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
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json':
            | {
                /** @enum {string} */
                offers: 'one';
                /**
                 * Format: uuid
                 * @description Id of the offer
                 */
                offerId: string;
                /** @enum {string} */
                effect: 'allow' | 'refuse';
                audience:
                  | {
                      /** @enum {string} */
                      kind: 'partners';
                      partners: string[];
                    }
                  | {
                      /** @enum {string} */
                      kind: 'categories';
                      categories: ('public' | 'private' | 'training' | 'event')[];
                    }
                  | {
                      /** @enum {string} */
                      kind: 'allPublic';
                    }
                  | {
                      /** @enum {string} */
                      kind: 'all';
                    };
                /** Format: date-time */
                from?: string;
                /** Format: date-time */
                until?: string;
                conditions?: ('oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData')[];
                wording: {
                  id: string;
                  version: number;
                  /** @enum {string} */
                  language: 'fr' | 'en';
                };
                terms?: {
                  [key: string]: number;
                };
                givenBy?: {
                  name: string;
                  role?: string;
                };
                pendingProof?: boolean;
                /** Format: uuid */
                replaces?: string;
              }
            | {
                /** @enum {string} */
                offers: 'filter';
                filter: {
                  occupations?: string[];
                  communes?: string[];
                  departments?: string[];
                  contractTypes?: (
                    'CDI' | 'CDD' | 'DDI' | 'DIN' | 'FRA' | 'LIB' | 'MIS' | 'SAI' | 'REP' | 'CCE' | 'TTI'
                  )[];
                };
                /** @enum {string} */
                effect: 'allow' | 'refuse';
                audience:
                  | {
                      /** @enum {string} */
                      kind: 'partners';
                      partners: string[];
                    }
                  | {
                      /** @enum {string} */
                      kind: 'categories';
                      categories: ('public' | 'private' | 'training' | 'event')[];
                    }
                  | {
                      /** @enum {string} */
                      kind: 'allPublic';
                    }
                  | {
                      /** @enum {string} */
                      kind: 'all';
                    };
                /** Format: date-time */
                from?: string;
                /** Format: date-time */
                until?: string;
                conditions?: ('oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData')[];
                wording: {
                  id: string;
                  version: number;
                  /** @enum {string} */
                  language: 'fr' | 'en';
                };
                terms?: {
                  [key: string]: number;
                };
                givenBy?: {
                  name: string;
                  role?: string;
                };
                pendingProof?: boolean;
                /** Format: uuid */
                replaces?: string;
              }
            | {
                /** @enum {string} */
                offers: 'all';
                /** @enum {string} */
                effect: 'allow' | 'refuse';
                audience:
                  | {
                      /** @enum {string} */
                      kind: 'partners';
                      partners: string[];
                    }
                  | {
                      /** @enum {string} */
                      kind: 'categories';
                      categories: ('public' | 'private' | 'training' | 'event')[];
                    }
                  | {
                      /** @enum {string} */
                      kind: 'allPublic';
                    }
                  | {
                      /** @enum {string} */
                      kind: 'all';
                    };
                /** Format: date-time */
                from?: string;
                /** Format: date-time */
                until?: string;
                conditions?: ('oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData')[];
                wording: {
                  id: string;
                  version: number;
                  /** @enum {string} */
                  language: 'fr' | 'en';
                };
                terms?: {
                  [key: string]: number;
                };
                givenBy?: {
                  name: string;
                  role?: string;
                };
                pendingProof?: boolean;
                /** Format: uuid */
                replaces?: string;
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
              /** Format: uuid */
              id: string;
              receipt: string;
              /** StopState */
              stop?:
                | {
                    /** @enum {string} */
                    state: 'stopped';
                    /** Format: uuid */
                    stop: string;
                    /** Format: date-time */
                    effectiveAt: string;
                    receipt: string;
                    postings: {
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
                    }[];
                  }
                | {
                    /** @enum {string} */
                    state: 'stopping';
                    /** Format: uuid */
                    stop: string;
                    status: string;
                    postings: {
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
                    }[];
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
  '/v1/agreements/{id}': {
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
              /** @enum {string} */
              effect: 'allow' | 'refuse';
              /** @enum {string} */
              offers: 'one' | 'filter' | 'all';
              /** Format: uuid */
              offerId?: string;
              filter?: {
                occupations?: string[];
                communes?: string[];
                departments?: string[];
                contractTypes?: (
                  'CDI' | 'CDD' | 'DDI' | 'DIN' | 'FRA' | 'LIB' | 'MIS' | 'SAI' | 'REP' | 'CCE' | 'TTI'
                )[];
              };
              audience:
                | {
                    /** @enum {string} */
                    kind: 'partners';
                    partners: string[];
                  }
                | {
                    /** @enum {string} */
                    kind: 'categories';
                    categories: ('public' | 'private' | 'training' | 'event')[];
                  }
                | {
                    /** @enum {string} */
                    kind: 'allPublic';
                  }
                | {
                    /** @enum {string} */
                    kind: 'all';
                  };
              from?: string;
              until?: string;
              conditions: string[];
              wording: {
                id: string;
                version: number;
                language: string;
                digest: string;
              };
              givenBy?: {
                name: string;
                role?: string;
              };
              terms: {
                [key: string]: number;
              };
              askedAgainBy: string[];
              pendingProof: boolean;
              /** Format: uuid */
              replaces?: string;
              givenAt: string;
              digest: string;
              /** @enum {string} */
              state: 'inForce' | 'notYet' | 'over' | 'pendingProof' | 'withdrawn' | 'replaced' | 'lapsed';
              endedAt?: string;
              stop?: {
                status: string;
                effectiveAt: string | null;
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
  '/v1/agreements/{id}/withdrawal': {
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
              /** @enum {string} */
              state: 'stopped';
              /** Format: uuid */
              stop: string;
              /** Format: date-time */
              effectiveAt: string;
              receipt: string;
              postings: {
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
              }[];
            };
          };
        };
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              state: 'stopping';
              /** Format: uuid */
              stop: string;
              status: string;
              postings: {
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
  '/v1/offers/{id}/explanation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query: {
          /** @description Id of the partner portal */
          partner: string;
        };
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
              /**
               * Format: uuid
               * @description Id of the offer
               */
              offerId: string;
              /** @description Id of the partner portal */
              partner: string;
              /** Format: date-time */
              at: string;
              allowed: boolean;
              gates: {
                rule: string;
                passed: boolean;
                data: {
                  [key: string]: unknown;
                };
              }[];
              clauses: {
                /** Format: uuid */
                agreement: string;
                /** @enum {string} */
                effect: 'allow' | 'refuse';
                rank: number;
                outcome: string;
                unmet?: string[];
              }[];
              posting: {
                /** @description Id of the partner portal */
                partner: string;
                version: number;
                mayHold: boolean;
                /** @enum {string} */
                wanted: 'show' | 'remove' | 'nothing';
                because?: string;
                revision?: number;
                digest?: string;
                /** Format: uuid */
                agreement?: string;
              } | null;
              outcome: {
                state: string;
                reason: string | null;
                /** Format: date-time */
                since: string;
                /** Format: uri */
                publicUrl: string | null;
              } | null;
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
  '/v1/offers/{id}/passport': {
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
              /**
               * Format: uuid
               * @description Id of the offer
               */
              offerId: string;
              holder: string;
              /** Format: date-time */
              at: string;
              standing: string;
              revision: number | null;
              digest: string | null;
              partners: {
                /** @description Id of the partner portal */
                partner: string;
                wanted: {
                  /** @enum {string} */
                  what: 'show' | 'remove' | 'nothing';
                  version: number;
                  revision?: number | null;
                  digest?: string | null;
                  /** Format: uuid */
                  agreement?: string | null;
                };
                sent: {
                  permit: string;
                  revision: number | null;
                  digest: string | null;
                  /** Format: uuid */
                  agreement: string | null;
                  /** Format: date-time */
                  at: string | null;
                  outcome: string | null;
                  status: number | null;
                } | null;
                acknowledged: {
                  state: string;
                  /** Format: date-time */
                  since: string | null;
                  /** Format: uri */
                  publicUrl: string | null;
                } | null;
              }[];
              signed: string;
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
  '/v1/stop-everywhere': {
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
          'application/json':
            | {
                /**
                 * Format: uuid
                 * @description Id of the offer
                 */
                offer: string;
              }
            | {
                employer: string;
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
              /** @enum {string} */
              state: 'stopped';
              /** Format: uuid */
              stop: string;
              /** Format: date-time */
              effectiveAt: string;
              receipt: string;
              postings: {
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
              }[];
            };
          };
        };
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {string} */
              state: 'stopping';
              /** Format: uuid */
              stop: string;
              status: string;
              postings: {
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
  '/v1/stop-everywhere/lift': {
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
          'application/json':
            | {
                /**
                 * Format: uuid
                 * @description Id of the offer
                 */
                offer: string;
              }
            | {
                employer: string;
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
              /** @enum {string} */
              state: 'stopped';
              /** Format: uuid */
              stop: string;
              /** Format: date-time */
              effectiveAt: string;
              receipt: string;
              postings: {
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
  '/v1/stops/{id}': {
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
            'application/json':
              | {
                  /** @enum {string} */
                  state: 'stopped';
                  /** Format: uuid */
                  stop: string;
                  /** Format: date-time */
                  effectiveAt: string;
                  receipt: string;
                  postings: {
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
                  }[];
                }
              | {
                  /** @enum {string} */
                  state: 'stopping';
                  /** Format: uuid */
                  stop: string;
                  status: string;
                  postings: {
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
  '/v1/wordings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          language?: 'fr' | 'en';
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
                id: string;
                version: number;
                /** @enum {string} */
                language: 'fr' | 'en';
                /** @enum {string} */
                effect: 'allow' | 'refuse';
                title: string;
                body: string;
                digest: string;
                current: boolean;
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
  '/v1/conditions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          language?: 'fr' | 'en';
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
                /** @enum {string} */
                id: 'oneClick' | 'noAccount' | 'showsSource' | 'noRebroadcast' | 'noContactData';
                /** @enum {string} */
                language: 'fr' | 'en';
                title: string;
                definition: string;
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
  '/.well-known/jwks.json': {
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
              keys: {
                /** @enum {string} */
                kty: 'OKP';
                /** @enum {string} */
                crv: 'Ed25519';
                x: string;
                kid: string;
                /** @enum {string} */
                alg?: 'EdDSA';
                /** @enum {string} */
                use?: 'sig';
                exp?: number;
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
  '/v1/ledger/checkpoints': {
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
                treeSize: number;
                rootHash: string;
                /** Format: date-time */
                at: string;
                signed: string;
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
  '/v1/ledger/entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: {
          from?: number;
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
                number: number;
                /** Format: date-time */
                at: string;
                epoch: number;
                leaf:
                  | {
                      /** @enum {string} */
                      kind: 'agreement';
                      /** Format: uuid */
                      agreement: string;
                      /** @description Rights holder: a SIREN, or a partner id */
                      holder: string;
                      digest: string;
                      wording: string;
                      /** @enum {string} */
                      effect?: 'allow' | 'refuse';
                      /** Format: date-time */
                      from?: string;
                      /** Format: date-time */
                      until?: string;
                      actor: string;
                    }
                  | {
                      /** @enum {string} */
                      kind: 'withdrawal';
                      /** Format: uuid */
                      agreement: string;
                      /** @description Rights holder: a SIREN, or a partner id */
                      holder: string;
                      /** Format: uuid */
                      stop: string;
                      actor: string;
                    }
                  | {
                      /** @enum {string} */
                      kind: 'stop';
                      /** Format: uuid */
                      stop: string;
                      scope: {
                        /** @description Rights holder: a SIREN, or a partner id */
                        holder?: string;
                        /**
                         * Format: uuid
                         * @description Id of the offer
                         */
                        offer?: string;
                        /** @description Id of the partner portal */
                        partner?: string;
                      };
                      because: string;
                    }
                  | {
                      /** @enum {string} */
                      kind: 'stopped';
                      /** Format: uuid */
                      stop: string;
                      /** Format: date-time */
                      effectiveAt: string;
                    }
                  | {
                      /** @enum {string} */
                      kind: 'halt';
                      /** Format: uuid */
                      stop: string;
                      scope: string;
                      lifted: boolean;
                      actor: string;
                    }
                  | {
                      /** @enum {string} */
                      kind: 'permits';
                      permits: {
                        /** Format: uuid */
                        permit: string;
                        /**
                         * Format: uuid
                         * @description Id of the offer
                         */
                        offer: string;
                        /** @description Id of the partner portal */
                        partner: string;
                        version: number;
                        revision: number;
                        digest: string;
                        /** Format: uuid */
                        agreement: string;
                      }[];
                    };
              }[];
              next?: number;
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
  '/v1/sessions': {
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
  '/v1/sessions/{id}/fence': {
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
      requestBody: {
        content: {
          'application/json': {
            word: string;
          };
        };
      };
      responses: {
        /** @description Fenced; its permits close two seconds later */
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
