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
    /** Find ads by words and filters, best, newest or nearest first */
    get: {
      parameters: {
        query?: {
          /** @description Words in French, accents or not; "quoted phrases", -exclusions, "ou" between alternatives. Names of jobs, places and contracts are understood. */
          q?: string;
          /** @description ROME code of the occupation. Separated by commas, or repeated: an ad has one of them. */
          occupation?: string | string[];
          /** @description OGR code of the appellation the employer chose. Separated by commas, or repeated: an ad has one of them. */
          appellation?: string | string[];
          /** @description Grand domaine (a letter) or domain (three characters) of ROME. Separated by commas, or repeated: an ad has one of them. */
          domain?: string | string[];
          /** @description NAF code of the employer, or its beginning: 62, 62.0, 62.01, 62.01Z. Separated by commas, or repeated: an ad has one of them. */
          sector?: string | string[];
          /** @description INSEE code of the commune of the workplace. Separated by commas, or repeated: an ad has one of them. */
          commune?: string | string[];
          /** @description Kilometres around the middle of the commune, which then is one */
          radius?: number;
          /** @description Department of the workplace. Separated by commas, or repeated: an ad has one of them. */
          department?: string | string[];
          /** @description Region of the workplace (INSEE code). Separated by commas, or repeated: an ad has one of them. */
          region?: string | string[];
          /** @description Zone d'emploi 2020 of the workplace. Separated by commas, or repeated: an ad has one of them. */
          employmentArea?: string | string[];
          /** @description Type of contract. Separated by commas, or repeated: an ad has one of them. */
          contract?: string | string[];
          /** @description Nature of the contract. Separated by commas, or repeated: an ad has one of them. */
          nature?: string | string[];
          /** @description Full or part time; an ad that says neither is found by its hours. Separated by commas, or repeated: an ad has one of them. */
          workingTime?: string | string[];
          /** @description At least so many whole hours a week */
          hoursMin?: number;
          /** @description At most so many whole hours a week */
          hoursMax?: number;
          /** @description Gross cents, for one payUnit at full time. Ads are compared by the hour, at the top of their range; one that says no pay is not found. */
          payMin?: number;
          /** @description What payMin is for */
          payUnit?: 'HOUR' | 'MONTH' | 'YEAR';
          /** @description Experience: D accepts beginners, S wishes for it, E requires it. Separated by commas, or repeated: an ad has one of them. */
          experience?: string | string[];
          /** @description Whole years the seeker has: ads that ask for no more */
          experienceYears?: number;
          /** @description Level of training asked for or wished. Separated by commas, or repeated: an ad has one of them. */
          training?: string | string[];
          /** @description Qualification, 1 to 9. Separated by commas, or repeated: an ad has one of them. */
          qualification?: string | string[];
          /** @description Driving licence asked for or wished. Separated by commas, or repeated: an ad has one of them. */
          licence?: string | string[];
          /** @description Language asked for or wished. Separated by commas, or repeated: an ad has one of them. */
          language?: string | string[];
          /** @description Remote work: none, hybrid or full. Separated by commas, or repeated: an ad has one of them. */
          remote?: string | string[];
          /** @description handicap: accessible to disabled workers; inclusion: by economic activity; adapted: an entreprise adaptée. Separated by commas, or repeated: an ad has one of them. */
          access?: string | string[];
          /** @description At least so many openings */
          openings?: string | string[];
          /** @description false: employers that say who they are; true: the others */
          anonymous?: 'true' | 'false';
          /** @description Where the ad comes from: employer for an employer's own, or a partner's id. Separated by commas, or repeated: an ad has one of them. */
          origin?: string | string[];
          /** @description On show since so many days at most (1 to 365), or since a day (2027-06-30) */
          postedSince?: string;
          /** @description Relevance where there are words, else date; distance needs one commune */
          sort?: 'relevance' | 'date' | 'distance';
          /** @description Facets to count among what is found. Separated by commas, or repeated: each is counted without its own filter. */
          facets?: string | string[];
          /** @description Where the words stand in title and description */
          highlights?: 'true' | 'false';
          /** @description How far the first page counts: beyond it the total is said to be at least so much */
          countTo?: number;
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
                distanceKm?: number;
                highlights?: {
                  title: {
                    start: number;
                    end: number;
                  }[];
                  description: {
                    start: number;
                    end: number;
                  }[];
                };
              }[];
              next?: string;
              total?: {
                value: number;
                /** @enum {string} */
                relation: 'exactly' | 'atLeast';
              };
              understood?: {
                /** @enum {string} */
                reading: 'all' | 'corrected' | 'mentioned' | 'fewer';
                occupations: {
                  code: string;
                  label: string;
                }[];
                places: {
                  code: string;
                  label: string;
                  /** @enum {string} */
                  kind: 'commune' | 'department' | 'region';
                }[];
                corrections: {
                  written: string;
                  read: string;
                }[];
                ignored: string[];
              };
              facets?: {
                name: string;
                exact: boolean;
                countedAmong: number;
                values: {
                  code: string;
                  label?: string;
                  count: number;
                }[];
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
  '/v1/ads/suggestions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Complete what is typed to names of jobs, communes and skills, with their codes */
    get: {
      parameters: {
        query: {
          /** @description What has been typed so far */
          q: string;
          /** @description Kinds of names. Separated by commas, or repeated: names of any of them. */
          kinds?: string | string[];
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
                code: string;
                label: string;
                /** @enum {string} */
                kind: 'occupation' | 'appellation' | 'commune' | 'skill';
                occupation?: {
                  code: string;
                  label: string;
                };
                department?: {
                  code: string;
                  label: string;
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
