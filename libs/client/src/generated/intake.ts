// Made from intake.json of the OpenAPI documents: npm run client:write.

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
  '/v1/offers/bulk': {
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
            'application/x-ndjson': {
              line: number;
              reference: string | null;
              /** Format: uuid */
              id?: string;
              revision?: number;
              /** @enum {string} */
              status: 'created' | 'revised' | 'unchanged' | 'withdrawn' | 'refused';
              stop?: string;
              findings: {
                rule: string;
                article?: string;
                /** @enum {string} */
                severity: 'block' | 'review' | 'advise';
                pointer: string;
                span?: {
                  start: number;
                  end: number;
                };
                message: {
                  fr: string;
                  en: string;
                };
                remedy: {
                  fr: string;
                  en: string;
                };
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
  '/v1/imports/{id}': {
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
              state: 'running' | 'complete' | 'interrupted';
              /** Format: date-time */
              startedAt: string;
              /** Format: date-time */
              endedAt?: string;
              items: {
                line: number;
                reference: string | null;
                /** Format: uuid */
                id?: string;
                revision?: number;
                /** @enum {string} */
                status: 'created' | 'revised' | 'unchanged' | 'withdrawn' | 'refused';
                stop?: string;
                findings: {
                  rule: string;
                  article?: string;
                  /** @enum {string} */
                  severity: 'block' | 'review' | 'advise';
                  pointer: string;
                  span?: {
                    start: number;
                    end: number;
                  };
                  message: {
                    fr: string;
                    en: string;
                  };
                  remedy: {
                    fr: string;
                    en: string;
                  };
                }[];
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
  '/v1/offers': {
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
          reference?: string;
          state?:
            | 'draft'
            | 'submitted'
            | 'inReview'
            | 'approved'
            | 'changesRequested'
            | 'rejected'
            | 'published'
            | 'suspended'
            | 'filled'
            | 'expired'
            | 'withdrawn'
            | 'erased';
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
                reference: string;
                title: string;
                /** @enum {string} */
                state:
                  | 'draft'
                  | 'submitted'
                  | 'inReview'
                  | 'approved'
                  | 'changesRequested'
                  | 'rejected'
                  | 'published'
                  | 'suspended'
                  | 'filled'
                  | 'expired'
                  | 'withdrawn'
                  | 'erased';
                revision: number;
                /** @enum {string} */
                intent: 'show' | 'suspended' | 'filled' | 'withdrawn';
                reason?: string;
                closesOn: string;
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                submittedAt: string;
                /** Format: date-time */
                changedAt: string;
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
        header?: {
          /** @description The same key and body again: the same answer. */
          'Idempotency-Key'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            reference: string;
            title: string;
            description: string;
            occupation: {
              romeCode: string;
              ogrCode?: string;
              label?: string;
              /** Format: uri */
              escoUri?: string;
              iscoCode?: string;
              confidence?: number;
            };
            employer: {
              siret: string;
              name: string;
              brand?: string;
              description?: string;
              /** Format: uri */
              website?: string;
              size?: string;
              naf?: string;
              /** @default false */
              anonymous?: boolean;
              adaptedCompany?: boolean;
            };
            finalClient?: {
              siret?: string;
              name?: string;
            };
            mandate?: {
              holderSiren: string;
              /** @enum {string} */
              kind: 'agency' | 'school' | 'group' | 'other';
              id?: string;
            };
            workplaces: {
              communeInsee: string;
              postalCode: string;
              label?: string;
              street?: string;
              department?: string;
              region?: string;
              /** @default FR */
              country?: string;
              lat?: number;
              lon?: number;
              employmentArea?: string;
            }[];
            remote?: {
              /** @enum {string} */
              mode: 'none' | 'hybrid' | 'full';
              daysPerWeek?: number;
            };
            contract: {
              /** @enum {string} */
              type: 'CDI' | 'CDD' | 'DDI' | 'DIN' | 'FRA' | 'LIB' | 'MIS' | 'SAI' | 'REP' | 'CCE' | 'TTI';
              /** @enum {string} */
              nature:
                | 'E1'
                | 'E2'
                | 'FS'
                | 'FA'
                | 'FJ'
                | 'FT'
                | 'FU'
                | 'I1'
                | 'NS'
                | 'FV'
                | 'FW'
                | 'FX'
                | 'FY'
                | 'PS'
                | 'PR'
                | 'CC'
                | 'CU'
                | 'EE'
                | 'ER'
                | 'CI';
              durationMonths?: number;
              durationDays?: number;
              /** Format: date */
              startDate?: string;
              startFlexible?: boolean;
              cddMotive?: string;
            };
            workingTime?: {
              weeklyHours?: number;
              weeklyMinutes?: number;
              fullTime?: boolean;
              scheduleCode?: string;
              shift?: boolean;
              weekend?: boolean;
              comment?: string;
            };
            pay?: {
              min?: number;
              max?: number;
              /** @default EUR */
              currency?: string;
              /** @enum {string} */
              unit: 'HOUR' | 'MONTH' | 'YEAR';
              months?: number;
              comment?: string;
              benefits?: string[];
              negotiable?: boolean;
            };
            requirements: {
              experience: {
                /** @enum {string} */
                exigence: 'D' | 'S' | 'E';
                min?: number;
                max?: number;
                /** @enum {string} */
                unit?: 'JO' | 'MO' | 'AN';
                comment?: string;
              };
              /** @enum {string} */
              qualification?: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
              trainings?: {
                /** @enum {string} */
                level: 'AFS' | 'C12' | 'C3A' | 'CFG' | 'CP4' | 'NV5' | 'NV4' | 'NV3' | 'NV2' | 'NV1';
                domain?: string;
                /** @enum {string} */
                exigence: 'S' | 'E';
              }[];
              languages?: {
                iso639: string;
                /** @enum {string} */
                level?: '1' | '2' | '3' | '4' | '5' | 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
                /** @enum {string} */
                exigence: 'S' | 'E';
              }[];
              licences?: {
                code: string;
                label?: string;
                /** @enum {string} */
                exigence: 'S' | 'E';
              }[];
              skills?: {
                code?: string;
                label?: string;
                /** @enum {string} */
                exigence: 'S' | 'E';
              }[];
              softSkills?: string[];
            };
            /** @default 1 */
            openings?: number;
            access?: {
              handicap?: boolean;
              inclusion?: boolean;
              beginnersWelcome?: boolean;
              seniorFriendly?: boolean;
            };
            apply: {
              /** Format: uri */
              url?: string;
              form?: boolean;
              instructions?: string;
              contactRole?: string;
              /** Format: email */
              email?: string;
              phone?: string;
              contactName?: string;
            };
            opensOn?: string;
            closesOn?: string;
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
              revision: number;
              /** @enum {string} */
              state:
                | 'draft'
                | 'submitted'
                | 'inReview'
                | 'approved'
                | 'changesRequested'
                | 'rejected'
                | 'published'
                | 'suspended'
                | 'filled'
                | 'expired'
                | 'withdrawn'
                | 'erased';
              findings: {
                rule: string;
                article?: string;
                /** @enum {string} */
                severity: 'block' | 'review' | 'advise';
                pointer: string;
                span?: {
                  start: number;
                  end: number;
                };
                message: {
                  fr: string;
                  en: string;
                };
                remedy: {
                  fr: string;
                  en: string;
                };
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
  '/v1/offers/{id}': {
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
              reference: string;
              title: string;
              /** @enum {string} */
              state:
                | 'draft'
                | 'submitted'
                | 'inReview'
                | 'approved'
                | 'changesRequested'
                | 'rejected'
                | 'published'
                | 'suspended'
                | 'filled'
                | 'expired'
                | 'withdrawn'
                | 'erased';
              revision: number;
              /** @enum {string} */
              intent: 'show' | 'suspended' | 'filled' | 'withdrawn';
              reason?: string;
              closesOn: string;
              /** Format: date-time */
              createdAt: string;
              /** Format: date-time */
              submittedAt: string;
              /** Format: date-time */
              changedAt: string;
              verification?: {
                revision: number;
                /** @enum {string} */
                verdict: 'inReview' | 'approved' | 'changesRequested' | 'rejected';
                approvedRevision?: number;
                /** Format: date-time */
                decidedAt: string;
              };
              publication?: {
                /** @enum {string} */
                standing:
                  'waiting' | 'published' | 'suspended' | 'filled' | 'expired' | 'withdrawn' | 'rejected' | 'held';
                ownPortal: boolean;
                /** Format: date-time */
                since: string;
                revision?: number;
              };
              stop?: {
                /** @enum {string} */
                state: 'stopping' | 'stopped';
                /** @enum {string} */
                intent: 'show' | 'suspended' | 'filled' | 'withdrawn';
                /** Format: date-time */
                effectiveAt?: string;
                status: string;
              };
              findings: {
                rule: string;
                article?: string;
                /** @enum {string} */
                severity: 'block' | 'review' | 'advise';
                pointer: string;
                span?: {
                  start: number;
                  end: number;
                };
                message: {
                  fr: string;
                  en: string;
                };
                remedy: {
                  fr: string;
                  en: string;
                };
              }[];
              postings: {
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
                /** Format: date-time */
                since: string;
                /** Format: uri */
                publicUrl?: string;
                why?: string;
              }[];
              offer: {
                reference: string;
                title: string;
                description: string;
                occupation: {
                  romeCode: string;
                  ogrCode?: string;
                  label?: string;
                  /** Format: uri */
                  escoUri?: string;
                  iscoCode?: string;
                  confidence?: number;
                };
                employer: {
                  siret: string;
                  name: string;
                  brand?: string;
                  description?: string;
                  /** Format: uri */
                  website?: string;
                  size?: string;
                  naf?: string;
                  /** @default false */
                  anonymous: boolean;
                  adaptedCompany?: boolean;
                };
                finalClient?: {
                  siret?: string;
                  name?: string;
                };
                mandate?: {
                  holderSiren: string;
                  /** @enum {string} */
                  kind: 'agency' | 'school' | 'group' | 'other';
                  id?: string;
                };
                workplaces: {
                  communeInsee: string;
                  postalCode: string;
                  label?: string;
                  street?: string;
                  department?: string;
                  region?: string;
                  /** @default FR */
                  country: string;
                  lat?: number;
                  lon?: number;
                  employmentArea?: string;
                }[];
                remote?: {
                  /** @enum {string} */
                  mode: 'none' | 'hybrid' | 'full';
                  daysPerWeek?: number;
                };
                contract: {
                  /** @enum {string} */
                  type: 'CDI' | 'CDD' | 'DDI' | 'DIN' | 'FRA' | 'LIB' | 'MIS' | 'SAI' | 'REP' | 'CCE' | 'TTI';
                  /** @enum {string} */
                  nature:
                    | 'E1'
                    | 'E2'
                    | 'FS'
                    | 'FA'
                    | 'FJ'
                    | 'FT'
                    | 'FU'
                    | 'I1'
                    | 'NS'
                    | 'FV'
                    | 'FW'
                    | 'FX'
                    | 'FY'
                    | 'PS'
                    | 'PR'
                    | 'CC'
                    | 'CU'
                    | 'EE'
                    | 'ER'
                    | 'CI';
                  durationMonths?: number;
                  durationDays?: number;
                  /** Format: date */
                  startDate?: string;
                  startFlexible?: boolean;
                  cddMotive?: string;
                };
                workingTime?: {
                  weeklyHours?: number;
                  weeklyMinutes?: number;
                  fullTime?: boolean;
                  scheduleCode?: string;
                  shift?: boolean;
                  weekend?: boolean;
                  comment?: string;
                };
                pay?: {
                  min?: number;
                  max?: number;
                  /** @default EUR */
                  currency: string;
                  /** @enum {string} */
                  unit: 'HOUR' | 'MONTH' | 'YEAR';
                  months?: number;
                  comment?: string;
                  benefits?: string[];
                  negotiable?: boolean;
                };
                requirements: {
                  experience: {
                    /** @enum {string} */
                    exigence: 'D' | 'S' | 'E';
                    min?: number;
                    max?: number;
                    /** @enum {string} */
                    unit?: 'JO' | 'MO' | 'AN';
                    comment?: string;
                  };
                  /** @enum {string} */
                  qualification?: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
                  trainings?: {
                    /** @enum {string} */
                    level: 'AFS' | 'C12' | 'C3A' | 'CFG' | 'CP4' | 'NV5' | 'NV4' | 'NV3' | 'NV2' | 'NV1';
                    domain?: string;
                    /** @enum {string} */
                    exigence: 'S' | 'E';
                  }[];
                  languages?: {
                    iso639: string;
                    /** @enum {string} */
                    level?: '1' | '2' | '3' | '4' | '5' | 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
                    /** @enum {string} */
                    exigence: 'S' | 'E';
                  }[];
                  licences?: {
                    code: string;
                    label?: string;
                    /** @enum {string} */
                    exigence: 'S' | 'E';
                  }[];
                  skills?: {
                    code?: string;
                    label?: string;
                    /** @enum {string} */
                    exigence: 'S' | 'E';
                  }[];
                  softSkills?: string[];
                };
                /** @default 1 */
                openings: number;
                access?: {
                  handicap?: boolean;
                  inclusion?: boolean;
                  beginnersWelcome?: boolean;
                  seniorFriendly?: boolean;
                };
                apply: {
                  /** Format: uri */
                  url?: string;
                  form?: boolean;
                  instructions?: string;
                  contactRole?: string;
                  /** Format: email */
                  email?: string;
                  phone?: string;
                  contactName?: string;
                };
                opensOn?: string;
                closesOn: string;
                source?: {
                  partner: string;
                  collector?: string;
                  reference: string;
                  /** Format: uri */
                  url?: string;
                  /** Format: date-time */
                  receivedAt: string;
                };
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
    put: {
      parameters: {
        query?: never;
        header: {
          /** @description The ETag of the revision you read. */
          'If-Match': string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            reference: string;
            title: string;
            description: string;
            occupation: {
              romeCode: string;
              ogrCode?: string;
              label?: string;
              /** Format: uri */
              escoUri?: string;
              iscoCode?: string;
              confidence?: number;
            };
            employer: {
              siret: string;
              name: string;
              brand?: string;
              description?: string;
              /** Format: uri */
              website?: string;
              size?: string;
              naf?: string;
              /** @default false */
              anonymous?: boolean;
              adaptedCompany?: boolean;
            };
            finalClient?: {
              siret?: string;
              name?: string;
            };
            mandate?: {
              holderSiren: string;
              /** @enum {string} */
              kind: 'agency' | 'school' | 'group' | 'other';
              id?: string;
            };
            workplaces: {
              communeInsee: string;
              postalCode: string;
              label?: string;
              street?: string;
              department?: string;
              region?: string;
              /** @default FR */
              country?: string;
              lat?: number;
              lon?: number;
              employmentArea?: string;
            }[];
            remote?: {
              /** @enum {string} */
              mode: 'none' | 'hybrid' | 'full';
              daysPerWeek?: number;
            };
            contract: {
              /** @enum {string} */
              type: 'CDI' | 'CDD' | 'DDI' | 'DIN' | 'FRA' | 'LIB' | 'MIS' | 'SAI' | 'REP' | 'CCE' | 'TTI';
              /** @enum {string} */
              nature:
                | 'E1'
                | 'E2'
                | 'FS'
                | 'FA'
                | 'FJ'
                | 'FT'
                | 'FU'
                | 'I1'
                | 'NS'
                | 'FV'
                | 'FW'
                | 'FX'
                | 'FY'
                | 'PS'
                | 'PR'
                | 'CC'
                | 'CU'
                | 'EE'
                | 'ER'
                | 'CI';
              durationMonths?: number;
              durationDays?: number;
              /** Format: date */
              startDate?: string;
              startFlexible?: boolean;
              cddMotive?: string;
            };
            workingTime?: {
              weeklyHours?: number;
              weeklyMinutes?: number;
              fullTime?: boolean;
              scheduleCode?: string;
              shift?: boolean;
              weekend?: boolean;
              comment?: string;
            };
            pay?: {
              min?: number;
              max?: number;
              /** @default EUR */
              currency?: string;
              /** @enum {string} */
              unit: 'HOUR' | 'MONTH' | 'YEAR';
              months?: number;
              comment?: string;
              benefits?: string[];
              negotiable?: boolean;
            };
            requirements: {
              experience: {
                /** @enum {string} */
                exigence: 'D' | 'S' | 'E';
                min?: number;
                max?: number;
                /** @enum {string} */
                unit?: 'JO' | 'MO' | 'AN';
                comment?: string;
              };
              /** @enum {string} */
              qualification?: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
              trainings?: {
                /** @enum {string} */
                level: 'AFS' | 'C12' | 'C3A' | 'CFG' | 'CP4' | 'NV5' | 'NV4' | 'NV3' | 'NV2' | 'NV1';
                domain?: string;
                /** @enum {string} */
                exigence: 'S' | 'E';
              }[];
              languages?: {
                iso639: string;
                /** @enum {string} */
                level?: '1' | '2' | '3' | '4' | '5' | 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
                /** @enum {string} */
                exigence: 'S' | 'E';
              }[];
              licences?: {
                code: string;
                label?: string;
                /** @enum {string} */
                exigence: 'S' | 'E';
              }[];
              skills?: {
                code?: string;
                label?: string;
                /** @enum {string} */
                exigence: 'S' | 'E';
              }[];
              softSkills?: string[];
            };
            /** @default 1 */
            openings?: number;
            access?: {
              handicap?: boolean;
              inclusion?: boolean;
              beginnersWelcome?: boolean;
              seniorFriendly?: boolean;
            };
            apply: {
              /** Format: uri */
              url?: string;
              form?: boolean;
              instructions?: string;
              contactRole?: string;
              /** Format: email */
              email?: string;
              phone?: string;
              contactName?: string;
            };
            opensOn?: string;
            closesOn?: string;
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
              id: string;
              revision: number;
              /** @enum {string} */
              state:
                | 'draft'
                | 'submitted'
                | 'inReview'
                | 'approved'
                | 'changesRequested'
                | 'rejected'
                | 'published'
                | 'suspended'
                | 'filled'
                | 'expired'
                | 'withdrawn'
                | 'erased';
              findings: {
                rule: string;
                article?: string;
                /** @enum {string} */
                severity: 'block' | 'review' | 'advise';
                pointer: string;
                span?: {
                  start: number;
                  end: number;
                };
                message: {
                  fr: string;
                  en: string;
                };
                remedy: {
                  fr: string;
                  en: string;
                };
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
    post?: never;
    delete: {
      parameters: {
        query?: {
          reason?: string;
        };
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            reason?: string;
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
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/offers/{id}/suspension': {
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
            reason?: string;
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
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              revision: number;
              /** @enum {string} */
              state:
                | 'draft'
                | 'submitted'
                | 'inReview'
                | 'approved'
                | 'changesRequested'
                | 'rejected'
                | 'published'
                | 'suspended'
                | 'filled'
                | 'expired'
                | 'withdrawn'
                | 'erased';
              findings: {
                rule: string;
                article?: string;
                /** @enum {string} */
                severity: 'block' | 'review' | 'advise';
                pointer: string;
                span?: {
                  start: number;
                  end: number;
                };
                message: {
                  fr: string;
                  en: string;
                };
                remedy: {
                  fr: string;
                  en: string;
                };
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
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/offers/{id}/filling': {
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
            reason?: string;
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
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              revision: number;
              /** @enum {string} */
              state:
                | 'draft'
                | 'submitted'
                | 'inReview'
                | 'approved'
                | 'changesRequested'
                | 'rejected'
                | 'published'
                | 'suspended'
                | 'filled'
                | 'expired'
                | 'withdrawn'
                | 'erased';
              findings: {
                rule: string;
                article?: string;
                /** @enum {string} */
                severity: 'block' | 'review' | 'advise';
                pointer: string;
                span?: {
                  start: number;
                  end: number;
                };
                message: {
                  fr: string;
                  en: string;
                };
                remedy: {
                  fr: string;
                  en: string;
                };
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
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/offers/{id}/stop': {
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
              /** @enum {string} */
              state: 'stopped';
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
  '/v1/offers/{id}/renewal': {
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
            closesOn?: string;
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
              id: string;
              revision: number;
              /** @enum {string} */
              state:
                | 'draft'
                | 'submitted'
                | 'inReview'
                | 'approved'
                | 'changesRequested'
                | 'rejected'
                | 'published'
                | 'suspended'
                | 'filled'
                | 'expired'
                | 'withdrawn'
                | 'erased';
              findings: {
                rule: string;
                article?: string;
                /** @enum {string} */
                severity: 'block' | 'review' | 'advise';
                pointer: string;
                span?: {
                  start: number;
                  end: number;
                };
                message: {
                  fr: string;
                  en: string;
                };
                remedy: {
                  fr: string;
                  en: string;
                };
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
  '/v1/offers/{id}/revisions': {
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
              items: {
                revision: number;
                /** Format: date-time */
                submittedAt: string;
                findings: {
                  rule: string;
                  article?: string;
                  /** @enum {string} */
                  severity: 'block' | 'review' | 'advise';
                  pointer: string;
                  span?: {
                    start: number;
                    end: number;
                  };
                  message: {
                    fr: string;
                    en: string;
                  };
                  remedy: {
                    fr: string;
                    en: string;
                  };
                }[];
                offer: {
                  reference: string;
                  title: string;
                  description: string;
                  occupation: {
                    romeCode: string;
                    ogrCode?: string;
                    label?: string;
                    /** Format: uri */
                    escoUri?: string;
                    iscoCode?: string;
                    confidence?: number;
                  };
                  employer: {
                    siret: string;
                    name: string;
                    brand?: string;
                    description?: string;
                    /** Format: uri */
                    website?: string;
                    size?: string;
                    naf?: string;
                    /** @default false */
                    anonymous: boolean;
                    adaptedCompany?: boolean;
                  };
                  finalClient?: {
                    siret?: string;
                    name?: string;
                  };
                  mandate?: {
                    holderSiren: string;
                    /** @enum {string} */
                    kind: 'agency' | 'school' | 'group' | 'other';
                    id?: string;
                  };
                  workplaces: {
                    communeInsee: string;
                    postalCode: string;
                    label?: string;
                    street?: string;
                    department?: string;
                    region?: string;
                    /** @default FR */
                    country: string;
                    lat?: number;
                    lon?: number;
                    employmentArea?: string;
                  }[];
                  remote?: {
                    /** @enum {string} */
                    mode: 'none' | 'hybrid' | 'full';
                    daysPerWeek?: number;
                  };
                  contract: {
                    /** @enum {string} */
                    type: 'CDI' | 'CDD' | 'DDI' | 'DIN' | 'FRA' | 'LIB' | 'MIS' | 'SAI' | 'REP' | 'CCE' | 'TTI';
                    /** @enum {string} */
                    nature:
                      | 'E1'
                      | 'E2'
                      | 'FS'
                      | 'FA'
                      | 'FJ'
                      | 'FT'
                      | 'FU'
                      | 'I1'
                      | 'NS'
                      | 'FV'
                      | 'FW'
                      | 'FX'
                      | 'FY'
                      | 'PS'
                      | 'PR'
                      | 'CC'
                      | 'CU'
                      | 'EE'
                      | 'ER'
                      | 'CI';
                    durationMonths?: number;
                    durationDays?: number;
                    /** Format: date */
                    startDate?: string;
                    startFlexible?: boolean;
                    cddMotive?: string;
                  };
                  workingTime?: {
                    weeklyHours?: number;
                    weeklyMinutes?: number;
                    fullTime?: boolean;
                    scheduleCode?: string;
                    shift?: boolean;
                    weekend?: boolean;
                    comment?: string;
                  };
                  pay?: {
                    min?: number;
                    max?: number;
                    /** @default EUR */
                    currency: string;
                    /** @enum {string} */
                    unit: 'HOUR' | 'MONTH' | 'YEAR';
                    months?: number;
                    comment?: string;
                    benefits?: string[];
                    negotiable?: boolean;
                  };
                  requirements: {
                    experience: {
                      /** @enum {string} */
                      exigence: 'D' | 'S' | 'E';
                      min?: number;
                      max?: number;
                      /** @enum {string} */
                      unit?: 'JO' | 'MO' | 'AN';
                      comment?: string;
                    };
                    /** @enum {string} */
                    qualification?: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
                    trainings?: {
                      /** @enum {string} */
                      level: 'AFS' | 'C12' | 'C3A' | 'CFG' | 'CP4' | 'NV5' | 'NV4' | 'NV3' | 'NV2' | 'NV1';
                      domain?: string;
                      /** @enum {string} */
                      exigence: 'S' | 'E';
                    }[];
                    languages?: {
                      iso639: string;
                      /** @enum {string} */
                      level?: '1' | '2' | '3' | '4' | '5' | 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
                      /** @enum {string} */
                      exigence: 'S' | 'E';
                    }[];
                    licences?: {
                      code: string;
                      label?: string;
                      /** @enum {string} */
                      exigence: 'S' | 'E';
                    }[];
                    skills?: {
                      code?: string;
                      label?: string;
                      /** @enum {string} */
                      exigence: 'S' | 'E';
                    }[];
                    softSkills?: string[];
                  };
                  /** @default 1 */
                  openings: number;
                  access?: {
                    handicap?: boolean;
                    inclusion?: boolean;
                    beginnersWelcome?: boolean;
                    seniorFriendly?: boolean;
                  };
                  apply: {
                    /** Format: uri */
                    url?: string;
                    form?: boolean;
                    instructions?: string;
                    contactRole?: string;
                    /** Format: email */
                    email?: string;
                    phone?: string;
                    contactName?: string;
                  };
                  opensOn?: string;
                  closesOn: string;
                  source?: {
                    partner: string;
                    collector?: string;
                    reference: string;
                    /** Format: uri */
                    url?: string;
                    /** Format: date-time */
                    receivedAt: string;
                  };
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
