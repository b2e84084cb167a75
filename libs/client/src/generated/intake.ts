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
        query?: {
          format?: 'ndjson' | 'json' | 'csv' | 'france-travail' | 'hr-xml' | 'json-ld';
        };
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
        path?: never;
        cookie?: never;
      };
      /** @description Offers, in the form of the media type; docs/import.md */
      requestBody: {
        content: {
          'application/x-ndjson': string;
          'application/ndjson': string;
          'application/jsonl': string;
          'application/json': string;
          'text/csv': string;
          'application/csv': string;
          'text/tab-separated-values': string;
          'text/vnd.francetravail.offres+csv': string;
          'application/xml': string;
          'text/xml': string;
          'application/vnd.hr-xml+xml': string;
          'application/ld+json': string;
          'application/gzip': string;
          'application/x-gzip': string;
        };
      };
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
                source?: string;
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
          after?: number;
        };
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
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
              endedEarly?: {
                line: number;
                rule: string;
                message: {
                  fr: string;
                  en: string;
                };
              };
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
                  source?: string;
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
          closingBefore?: string;
        };
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
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
                reasonLabel?: {
                  fr: string;
                  en: string;
                };
                comment?: string;
                openingsFilled?: number;
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
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
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
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
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
              reasonLabel?: {
                fr: string;
                en: string;
              };
              comment?: string;
              openingsFilled?: number;
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
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
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
          /** @description One of filled, abandoned, postponed, budget, reorganisation, duplicate, mistake, replaced, other; or words, which stay with us and count as other */
          reason?: string;
          comment?: string;
        };
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description One of filled, abandoned, postponed, budget, reorganisation, duplicate, mistake, replaced, other; or words, which stay with us and count as other */
            reason?: string;
            comment?: string;
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
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description One of enoughApplications, pause, holidays, budget, reorganisation, other; or words, which stay with us and count as other */
            reason?: string;
            comment?: string;
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
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
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
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description One of foundThroughService, foundThroughPartner, foundElsewhere, internal, enoughApplications, abandoned, other; or words, which stay with us and count as other */
            reason?: string;
            comment?: string;
            openings?: number;
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
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
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
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
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
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
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
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
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
                by?: string;
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
                verdict?: {
                  /** @enum {string} */
                  verdict: 'inReview' | 'approved' | 'changesRequested' | 'rejected';
                  /** @enum {string} */
                  decidedBy: 'machine' | 'moderator';
                  /** Format: date-time */
                  decidedAt: string;
                  rules: string[];
                };
                changes: {
                  pointer: string;
                  before?: unknown;
                  after?: unknown;
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
  '/v1/offers/{id}/revisions/comparison': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query: {
          from: number;
          to: number;
        };
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
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
              from: number;
              to: number;
              changes: {
                pointer: string;
                before?: unknown;
                after?: unknown;
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
  '/v1/offers/{id}/revisions/{revision}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
        path: {
          id: string;
          revision: number;
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
              revision: number;
              /** Format: date-time */
              submittedAt: string;
              by?: string;
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
              verdict?: {
                /** @enum {string} */
                verdict: 'inReview' | 'approved' | 'changesRequested' | 'rejected';
                /** @enum {string} */
                decidedBy: 'machine' | 'moderator';
                /** Format: date-time */
                decidedAt: string;
                rules: string[];
              };
              changes: {
                pointer: string;
                before?: unknown;
                after?: unknown;
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
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/offers/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
          /** @description The last id you saw: the stream goes on after it. */
          'Last-Event-ID'?: string;
        };
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
            'text/event-stream':
              | {
                  /** @enum {string} */
                  type: 'offer.submitted';
                  /** Format: date-time */
                  timestamp: string;
                  sequence: number;
                  data: {
                    /**
                     * Format: uuid
                     * @description Id of the offer
                     */
                    offerId: string;
                    reference: string;
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
                    by: string;
                    closesOn: string;
                    rules: string[];
                  };
                }
              | {
                  /** @enum {string} */
                  type: 'offer.revised';
                  /** Format: date-time */
                  timestamp: string;
                  sequence: number;
                  data: {
                    /**
                     * Format: uuid
                     * @description Id of the offer
                     */
                    offerId: string;
                    reference: string;
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
                    by: string;
                    closesOn: string;
                    rules: string[];
                  };
                }
              | {
                  /** @enum {string} */
                  type: 'offer.renewed';
                  /** Format: date-time */
                  timestamp: string;
                  sequence: number;
                  data: {
                    /**
                     * Format: uuid
                     * @description Id of the offer
                     */
                    offerId: string;
                    reference: string;
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
                    by: string;
                    closesOn: string;
                    rules: string[];
                  };
                }
              | {
                  /** @enum {string} */
                  type: 'offer.verified';
                  /** Format: date-time */
                  timestamp: string;
                  sequence: number;
                  data: {
                    /**
                     * Format: uuid
                     * @description Id of the offer
                     */
                    offerId: string;
                    reference: string;
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
                    /** @enum {string} */
                    verdict: 'inReview' | 'approved' | 'changesRequested' | 'rejected';
                    rules: string[];
                    /** @enum {string} */
                    decidedBy: 'machine' | 'moderator';
                    /** Format: date-time */
                    decidedAt: string;
                    approvedRevision?: number;
                  };
                }
              | {
                  /** @enum {string} */
                  type: 'offer.published';
                  /** Format: date-time */
                  timestamp: string;
                  sequence: number;
                  data: {
                    /**
                     * Format: uuid
                     * @description Id of the offer
                     */
                    offerId: string;
                    reference: string;
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
                    ownPortal: boolean;
                  };
                }
              | {
                  /** @enum {string} */
                  type: 'offer.takenDown';
                  /** Format: date-time */
                  timestamp: string;
                  sequence: number;
                  data: {
                    /**
                     * Format: uuid
                     * @description Id of the offer
                     */
                    offerId: string;
                    reference: string;
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
                    /** @enum {string} */
                    because:
                      'waiting' | 'published' | 'suspended' | 'filled' | 'expired' | 'withdrawn' | 'rejected' | 'held';
                  };
                }
              | {
                  /** @enum {string} */
                  type: 'offer.expiring';
                  /** Format: date-time */
                  timestamp: string;
                  sequence: number;
                  data: {
                    /**
                     * Format: uuid
                     * @description Id of the offer
                     */
                    offerId: string;
                    reference: string;
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
                    closesOn: string;
                    daysLeft: number;
                    renewal: string;
                  };
                }
              | {
                  /** @enum {string} */
                  type: 'offer.expired';
                  /** Format: date-time */
                  timestamp: string;
                  sequence: number;
                  data: {
                    /**
                     * Format: uuid
                     * @description Id of the offer
                     */
                    offerId: string;
                    reference: string;
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
                  };
                }
              | {
                  /** @enum {string} */
                  type: 'offer.suspended';
                  /** Format: date-time */
                  timestamp: string;
                  sequence: number;
                  data: {
                    /**
                     * Format: uuid
                     * @description Id of the offer
                     */
                    offerId: string;
                    reference: string;
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
                    by: string;
                    reason: string;
                  };
                }
              | {
                  /** @enum {string} */
                  type: 'offer.filled';
                  /** Format: date-time */
                  timestamp: string;
                  sequence: number;
                  data: {
                    /**
                     * Format: uuid
                     * @description Id of the offer
                     */
                    offerId: string;
                    reference: string;
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
                    by: string;
                    reason: string;
                    openingsFilled?: number;
                  };
                }
              | {
                  /** @enum {string} */
                  type: 'offer.withdrawn';
                  /** Format: date-time */
                  timestamp: string;
                  sequence: number;
                  data: {
                    /**
                     * Format: uuid
                     * @description Id of the offer
                     */
                    offerId: string;
                    reference: string;
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
                    by: string;
                    reason: string;
                  };
                }
              | {
                  /** @enum {string} */
                  type: 'offer.reopened';
                  /** Format: date-time */
                  timestamp: string;
                  sequence: number;
                  data: {
                    /**
                     * Format: uuid
                     * @description Id of the offer
                     */
                    offerId: string;
                    reference: string;
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
                    by: string;
                  };
                }
              | {
                  /** @enum {string} */
                  type: 'offer.stopped';
                  /** Format: date-time */
                  timestamp: string;
                  sequence: number;
                  data: {
                    /**
                     * Format: uuid
                     * @description Id of the offer
                     */
                    offerId: string;
                    reference: string;
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
                    /** @enum {string} */
                    intent: 'show' | 'suspended' | 'filled' | 'withdrawn';
                    /** Format: date-time */
                    effectiveAt: string;
                  };
                }
              | {
                  /** @enum {string} */
                  type: 'posting.changed';
                  /** Format: date-time */
                  timestamp: string;
                  sequence: number;
                  data: {
                    /**
                     * Format: uuid
                     * @description Id of the offer
                     */
                    offerId: string;
                    reference: string;
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
                    posting: {
                      /** @description Id of the partner portal */
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
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/subscriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
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
                agent?: string;
                url: string;
                types?: (
                  | 'offer.submitted'
                  | 'offer.revised'
                  | 'offer.renewed'
                  | 'offer.verified'
                  | 'offer.published'
                  | 'offer.takenDown'
                  | 'offer.expiring'
                  | 'offer.expired'
                  | 'offer.suspended'
                  | 'offer.filled'
                  | 'offer.withdrawn'
                  | 'offer.reopened'
                  | 'offer.stopped'
                  | 'posting.changed'
                )[];
                description?: string;
                /** @enum {string} */
                signing: 'hmac' | 'ed25519';
                /** @enum {string} */
                state: 'active' | 'paused';
                paused?: {
                  /** @enum {string} */
                  because: 'employer' | 'gone' | 'failing';
                  /** Format: date-time */
                  since: string;
                  message: string;
                };
                /** Format: date-time */
                failingSince?: string;
                /** Format: date-time */
                lastSuccessAt?: string;
                pending: number;
                secrets: {
                  /** Format: uuid */
                  id: string;
                  /** @enum {string} */
                  kind: 'hmac' | 'ed25519';
                  /** Format: date-time */
                  createdAt: string;
                  /** Format: date-time */
                  until?: string;
                }[];
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                changedAt: string;
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
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            url: string;
            types?: (
              | 'offer.submitted'
              | 'offer.revised'
              | 'offer.renewed'
              | 'offer.verified'
              | 'offer.published'
              | 'offer.takenDown'
              | 'offer.expiring'
              | 'offer.expired'
              | 'offer.suspended'
              | 'offer.filled'
              | 'offer.withdrawn'
              | 'offer.reopened'
              | 'offer.stopped'
              | 'posting.changed'
            )[];
            description?: string;
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
              /** Format: uuid */
              id: string;
              agent?: string;
              url: string;
              types?: (
                | 'offer.submitted'
                | 'offer.revised'
                | 'offer.renewed'
                | 'offer.verified'
                | 'offer.published'
                | 'offer.takenDown'
                | 'offer.expiring'
                | 'offer.expired'
                | 'offer.suspended'
                | 'offer.filled'
                | 'offer.withdrawn'
                | 'offer.reopened'
                | 'offer.stopped'
                | 'posting.changed'
              )[];
              description?: string;
              /** @enum {string} */
              signing: 'hmac' | 'ed25519';
              /** @enum {string} */
              state: 'active' | 'paused';
              paused?: {
                /** @enum {string} */
                because: 'employer' | 'gone' | 'failing';
                /** Format: date-time */
                since: string;
                message: string;
              };
              /** Format: date-time */
              failingSince?: string;
              /** Format: date-time */
              lastSuccessAt?: string;
              pending: number;
              secrets: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'hmac' | 'ed25519';
                secret: string;
              }[];
              /** Format: date-time */
              createdAt: string;
              /** Format: date-time */
              changedAt: string;
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
  '/v1/subscriptions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
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
              agent?: string;
              url: string;
              types?: (
                | 'offer.submitted'
                | 'offer.revised'
                | 'offer.renewed'
                | 'offer.verified'
                | 'offer.published'
                | 'offer.takenDown'
                | 'offer.expiring'
                | 'offer.expired'
                | 'offer.suspended'
                | 'offer.filled'
                | 'offer.withdrawn'
                | 'offer.reopened'
                | 'offer.stopped'
                | 'posting.changed'
              )[];
              description?: string;
              /** @enum {string} */
              signing: 'hmac' | 'ed25519';
              /** @enum {string} */
              state: 'active' | 'paused';
              paused?: {
                /** @enum {string} */
                because: 'employer' | 'gone' | 'failing';
                /** Format: date-time */
                since: string;
                message: string;
              };
              /** Format: date-time */
              failingSince?: string;
              /** Format: date-time */
              lastSuccessAt?: string;
              pending: number;
              secrets: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'hmac' | 'ed25519';
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                until?: string;
              }[];
              /** Format: date-time */
              createdAt: string;
              /** Format: date-time */
              changedAt: string;
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
    delete: {
      parameters: {
        query?: never;
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
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
    patch: {
      parameters: {
        query?: never;
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            url?: string;
            types?:
              | (
                  | 'offer.submitted'
                  | 'offer.revised'
                  | 'offer.renewed'
                  | 'offer.verified'
                  | 'offer.published'
                  | 'offer.takenDown'
                  | 'offer.expiring'
                  | 'offer.expired'
                  | 'offer.suspended'
                  | 'offer.filled'
                  | 'offer.withdrawn'
                  | 'offer.reopened'
                  | 'offer.stopped'
                  | 'posting.changed'
                )[]
              | null;
            description?: string | null;
            /** @enum {string} */
            state?: 'active' | 'paused';
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
              agent?: string;
              url: string;
              types?: (
                | 'offer.submitted'
                | 'offer.revised'
                | 'offer.renewed'
                | 'offer.verified'
                | 'offer.published'
                | 'offer.takenDown'
                | 'offer.expiring'
                | 'offer.expired'
                | 'offer.suspended'
                | 'offer.filled'
                | 'offer.withdrawn'
                | 'offer.reopened'
                | 'offer.stopped'
                | 'posting.changed'
              )[];
              description?: string;
              /** @enum {string} */
              signing: 'hmac' | 'ed25519';
              /** @enum {string} */
              state: 'active' | 'paused';
              paused?: {
                /** @enum {string} */
                because: 'employer' | 'gone' | 'failing';
                /** Format: date-time */
                since: string;
                message: string;
              };
              /** Format: date-time */
              failingSince?: string;
              /** Format: date-time */
              lastSuccessAt?: string;
              pending: number;
              secrets: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: 'hmac' | 'ed25519';
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                until?: string;
              }[];
              /** Format: date-time */
              createdAt: string;
              /** Format: date-time */
              changedAt: string;
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
  '/v1/subscriptions/{id}/test': {
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
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
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
              /** @enum {string} */
              result: 'delivered' | 'gone' | 'failed';
              status?: number;
              error?: string;
              durationMs: number;
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
  '/v1/subscriptions/{id}/secrets/rotation': {
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
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
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
  '/v1/subscriptions/{id}/deliveries': {
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
          state?: 'pending' | 'delivered' | 'failed';
        };
        header?: {
          /** @description The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself. */
          'Accord-On-Behalf-Of'?: string;
        };
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
                /** Format: uuid */
                id: string;
                sequence: number;
                /** @enum {string} */
                type:
                  | 'offer.submitted'
                  | 'offer.revised'
                  | 'offer.renewed'
                  | 'offer.verified'
                  | 'offer.published'
                  | 'offer.takenDown'
                  | 'offer.expiring'
                  | 'offer.expired'
                  | 'offer.suspended'
                  | 'offer.filled'
                  | 'offer.withdrawn'
                  | 'offer.reopened'
                  | 'offer.stopped'
                  | 'posting.changed';
                /**
                 * Format: uuid
                 * @description Id of the offer
                 */
                offerId: string;
                /** @enum {string} */
                state: 'pending' | 'delivered' | 'failed';
                attempts: number;
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                lastAttemptAt?: string;
                /** Format: date-time */
                nextAttemptAt?: string;
                status?: number;
                error?: string;
                durationMs?: number;
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
  '/v1/mandates': {
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
          state?: 'pending' | 'active' | 'ended';
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
                holder: string;
                agent: string;
                /** @enum {string} */
                kind: 'agency' | 'school' | 'group' | 'other';
                sirets?: string[];
                acts: ('submit' | 'revise' | 'stop')[];
                proof?: {
                  sha256: string;
                  description: string;
                };
                /** @enum {string} */
                declaredBy: 'holder' | 'agent';
                /** @enum {string} */
                state: 'pending' | 'active' | 'ended';
                inForce: boolean;
                /** Format: date */
                startsOn: string;
                /** Format: date */
                endsOn?: string;
                /** Format: date-time */
                createdAt: string;
                confirmed?: {
                  /** @enum {string} */
                  role: 'holder' | 'agent' | 'operator';
                  /** Format: date-time */
                  at: string;
                };
                ended?: {
                  /** @enum {string} */
                  role: 'holder' | 'agent' | 'operator';
                  /** Format: date-time */
                  at: string;
                  reason?: string;
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
          'application/json': {
            agent?: string;
            holder?: string;
            /** @enum {string} */
            kind: 'agency' | 'school' | 'group' | 'other';
            sirets?: string[];
            /**
             * @default [
             *       "submit",
             *       "revise",
             *       "stop"
             *     ]
             */
            acts?: ('submit' | 'revise' | 'stop')[];
            /** Format: date */
            startsOn?: string;
            /** Format: date */
            endsOn?: string;
            proof?: {
              sha256: string;
              description: string;
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
              holder: string;
              agent: string;
              /** @enum {string} */
              kind: 'agency' | 'school' | 'group' | 'other';
              sirets?: string[];
              acts: ('submit' | 'revise' | 'stop')[];
              proof?: {
                sha256: string;
                description: string;
              };
              /** @enum {string} */
              declaredBy: 'holder' | 'agent';
              /** @enum {string} */
              state: 'pending' | 'active' | 'ended';
              inForce: boolean;
              /** Format: date */
              startsOn: string;
              /** Format: date */
              endsOn?: string;
              /** Format: date-time */
              createdAt: string;
              confirmed?: {
                /** @enum {string} */
                role: 'holder' | 'agent' | 'operator';
                /** Format: date-time */
                at: string;
              };
              ended?: {
                /** @enum {string} */
                role: 'holder' | 'agent' | 'operator';
                /** Format: date-time */
                at: string;
                reason?: string;
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
  '/v1/mandates/{id}': {
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
              holder: string;
              agent: string;
              /** @enum {string} */
              kind: 'agency' | 'school' | 'group' | 'other';
              sirets?: string[];
              acts: ('submit' | 'revise' | 'stop')[];
              proof?: {
                sha256: string;
                description: string;
              };
              /** @enum {string} */
              declaredBy: 'holder' | 'agent';
              /** @enum {string} */
              state: 'pending' | 'active' | 'ended';
              inForce: boolean;
              /** Format: date */
              startsOn: string;
              /** Format: date */
              endsOn?: string;
              /** Format: date-time */
              createdAt: string;
              confirmed?: {
                /** @enum {string} */
                role: 'holder' | 'agent' | 'operator';
                /** Format: date-time */
                at: string;
              };
              ended?: {
                /** @enum {string} */
                role: 'holder' | 'agent' | 'operator';
                /** Format: date-time */
                at: string;
                reason?: string;
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
  '/v1/mandates/{id}/confirmation': {
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
              /** Format: uuid */
              id: string;
              holder: string;
              agent: string;
              /** @enum {string} */
              kind: 'agency' | 'school' | 'group' | 'other';
              sirets?: string[];
              acts: ('submit' | 'revise' | 'stop')[];
              proof?: {
                sha256: string;
                description: string;
              };
              /** @enum {string} */
              declaredBy: 'holder' | 'agent';
              /** @enum {string} */
              state: 'pending' | 'active' | 'ended';
              inForce: boolean;
              /** Format: date */
              startsOn: string;
              /** Format: date */
              endsOn?: string;
              /** Format: date-time */
              createdAt: string;
              confirmed?: {
                /** @enum {string} */
                role: 'holder' | 'agent' | 'operator';
                /** Format: date-time */
                at: string;
              };
              ended?: {
                /** @enum {string} */
                role: 'holder' | 'agent' | 'operator';
                /** Format: date-time */
                at: string;
                reason?: string;
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
  '/v1/mandates/{id}/end': {
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
              /** Format: uuid */
              id: string;
              holder: string;
              agent: string;
              /** @enum {string} */
              kind: 'agency' | 'school' | 'group' | 'other';
              sirets?: string[];
              acts: ('submit' | 'revise' | 'stop')[];
              proof?: {
                sha256: string;
                description: string;
              };
              /** @enum {string} */
              declaredBy: 'holder' | 'agent';
              /** @enum {string} */
              state: 'pending' | 'active' | 'ended';
              inForce: boolean;
              /** Format: date */
              startsOn: string;
              /** Format: date */
              endsOn?: string;
              /** Format: date-time */
              createdAt: string;
              confirmed?: {
                /** @enum {string} */
                role: 'holder' | 'agent' | 'operator';
                /** Format: date-time */
                at: string;
              };
              ended?: {
                /** @enum {string} */
                role: 'holder' | 'agent' | 'operator';
                /** Format: date-time */
                at: string;
                reason?: string;
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
