// Made from portal.json of the OpenAPI documents: npm run client:write.

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
  '/v1/ads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Find ads by words, occupation, contract and place, newest first */
    get: {
      parameters: {
        query?: {
          q?: string;
          occupation?: string;
          commune?: string;
          radius?: number;
          contract?: string;
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
                title: string;
                description: string;
                occupation: {
                  romeCode: string;
                  ogrCode?: string;
                  label?: string;
                  /** Format: uri */
                  escoUri?: string;
                  iscoCode?: string;
                };
                employer: {
                  name?: string;
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
                  contact?: {
                    /** Format: email */
                    email?: string;
                    phone?: string;
                    contactName?: string;
                  };
                  /** @enum {boolean} */
                  contactUnavailable?: true;
                };
                opensOn?: string;
                closesOn: string;
                source?: {
                  partner: string;
                  /** Format: uri */
                  url?: string;
                };
                /**
                 * Format: uuid
                 * @description Id of the offer
                 */
                offerId: string;
                revision: number;
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                updatedAt: string;
                /** @enum {string} */
                origin: 'employer' | 'partner';
                /** Format: date-time */
                publishedAt: string;
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
  '/v1/ads/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one ad, with its contact; 410 once it is gone */
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
              title: string;
              description: string;
              occupation: {
                romeCode: string;
                ogrCode?: string;
                label?: string;
                /** Format: uri */
                escoUri?: string;
                iscoCode?: string;
              };
              employer: {
                name?: string;
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
                contact?: {
                  /** Format: email */
                  email?: string;
                  phone?: string;
                  contactName?: string;
                };
                /** @enum {boolean} */
                contactUnavailable?: true;
              };
              opensOn?: string;
              closesOn: string;
              source?: {
                partner: string;
                /** Format: uri */
                url?: string;
              };
              /**
               * Format: uuid
               * @description Id of the offer
               */
              offerId: string;
              revision: number;
              /** Format: date-time */
              createdAt: string;
              /** Format: date-time */
              updatedAt: string;
              /** @enum {string} */
              origin: 'employer' | 'partner';
              /** Format: date-time */
              publishedAt: string;
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
  '/v1/nomenclatures/{list}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A code list, whole */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          list: string;
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
                code: string;
                label: string;
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
