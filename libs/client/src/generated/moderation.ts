// Made from moderation.json of the OpenAPI documents: npm run client:write.

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
  '/v1/offers/validation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Check an offer without submitting it: every finding, nothing stored */
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
  '/v1/reviews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The queue, the oldest first: what a person has to look at */
    get: {
      parameters: {
        query?: {
          cursor?: string;
          limit?: number;
          state?: 'open' | 'claimed' | 'decided' | 'superseded';
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
                /**
                 * Format: uuid
                 * @description Id of the offer
                 */
                offerId: string;
                revision: number;
                /** @enum {string} */
                kind: 'doubt' | 'appeal' | 'report';
                /** @enum {string} */
                state: 'open' | 'claimed' | 'decided' | 'superseded';
                version: number;
                /** Format: date-time */
                openedAt: string;
                claimedBy?: string;
                /** Format: date-time */
                claimedUntil?: string;
                decidedBy?: string;
                /** Format: date-time */
                decidedAt?: string;
                /** @enum {string} */
                verdict?: 'approved' | 'changesRequested' | 'rejected';
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
                reason?: string;
                title?: string;
                employer?: string;
                siret?: string;
                reports: number;
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
  '/v1/reviews/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One review with the offer, its findings and the reports of readers */
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
              /**
               * Format: uuid
               * @description Id of the offer
               */
              offerId: string;
              revision: number;
              /** @enum {string} */
              kind: 'doubt' | 'appeal' | 'report';
              /** @enum {string} */
              state: 'open' | 'claimed' | 'decided' | 'superseded';
              version: number;
              /** Format: date-time */
              openedAt: string;
              claimedBy?: string;
              /** Format: date-time */
              claimedUntil?: string;
              decidedBy?: string;
              /** Format: date-time */
              decidedAt?: string;
              /** @enum {string} */
              verdict?: 'approved' | 'changesRequested' | 'rejected';
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
              reason?: string;
              title?: string;
              employer?: string;
              siret?: string;
              reports: number;
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
              } | null;
              readersReports: {
                reason: string;
                comment?: string;
                reportedAt: string;
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
  '/v1/reviews/{id}/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a review for a while, so that nobody else works on it */
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
          content: {
            'application/json': {
              /** Format: uuid */
              id: string;
              /**
               * Format: uuid
               * @description Id of the offer
               */
              offerId: string;
              revision: number;
              /** @enum {string} */
              kind: 'doubt' | 'appeal' | 'report';
              /** @enum {string} */
              state: 'open' | 'claimed' | 'decided' | 'superseded';
              version: number;
              /** Format: date-time */
              openedAt: string;
              claimedBy?: string;
              /** Format: date-time */
              claimedUntil?: string;
              decidedBy?: string;
              /** Format: date-time */
              decidedAt?: string;
              /** @enum {string} */
              verdict?: 'approved' | 'changesRequested' | 'rejected';
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
              reason?: string;
              title?: string;
              employer?: string;
              siret?: string;
              reports: number;
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
              } | null;
              readersReports: {
                reason: string;
                comment?: string;
                reportedAt: string;
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
  '/v1/reviews/{id}/verdict': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Decide: approved, changesRequested or rejected. With If-Match, only the version that was read */
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
            /** @enum {string} */
            verdict: 'approved' | 'changesRequested' | 'rejected';
            revision: number;
            /** @default false */
            takeDown?: boolean;
            message?: {
              fr: string;
              en?: string;
            };
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
              /**
               * Format: uuid
               * @description Id of the offer
               */
              offerId: string;
              revision: number;
              /** @enum {string} */
              kind: 'doubt' | 'appeal' | 'report';
              /** @enum {string} */
              state: 'open' | 'claimed' | 'decided' | 'superseded';
              version: number;
              /** Format: date-time */
              openedAt: string;
              claimedBy?: string;
              /** Format: date-time */
              claimedUntil?: string;
              decidedBy?: string;
              /** Format: date-time */
              decidedAt?: string;
              /** @enum {string} */
              verdict?: 'approved' | 'changesRequested' | 'rejected';
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
              reason?: string;
              title?: string;
              employer?: string;
              siret?: string;
              reports: number;
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
              } | null;
              readersReports: {
                reason: string;
                comment?: string;
                reportedAt: string;
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
  '/v1/offers/{id}/appeal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Contest the verdict on an offer of yours: another moderator looks at it */
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
            reason: string;
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
              review: string;
              /**
               * Format: uuid
               * @description Id of the offer
               */
              offerId: string;
              revision: number;
              /** @enum {string} */
              state: 'open';
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
  '/v1/ads/{id}/report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Report an ad that you read: a moderator looks at it */
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
            /** @enum {string} */
            reason: 'discrimination' | 'fraud' | 'misleading' | 'filled' | 'duplicate' | 'offensive' | 'other';
            comment?: string;
          };
        };
      };
      responses: {
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @enum {boolean} */
              received: true;
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
