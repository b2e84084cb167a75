import type { AgreementDraft } from '../types.js';
import { UsageError } from './failure.js';

type Condition = NonNullable<AgreementDraft['conditions']>[number];
type Category = Extract<AgreementDraft['audience'], { kind: 'categories' }>['categories'][number];
type Filter = Extract<AgreementDraft, { offers: 'filter' }>['filter'];
type Audience = AgreementDraft['audience'];

/** What `accord agree` was told. */
export interface AgreementOptions {
  readonly with?: string[];
  readonly withCategory?: Category[];
  readonly withAllPublic?: boolean;
  readonly withAll?: boolean;
  readonly allOffers?: boolean;
  readonly occupation?: string[];
  readonly department?: string[];
  readonly contract?: NonNullable<Filter['contractTypes']>;
  readonly from?: string;
  readonly until?: string;
  readonly condition?: Condition[];
  readonly by?: string;
  readonly role?: string;
  readonly refuse?: boolean;
}

/**
 * The clause that the options stand for.
 * @throws UsageError where they do not say for which offers, or with whom, or say it twice
 */
export function clauseOf(
  offer: string | undefined,
  options: AgreementOptions,
  wording: AgreementDraft['wording'],
): AgreementDraft {
  const { from, until, condition, by, role, refuse } = options;
  const rest = {
    effect: refuse === true ? ('refuse' as const) : ('allow' as const),
    audience: audienceOf(options),
    wording,
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(condition !== undefined && { conditions: condition }),
    ...(by !== undefined && { givenBy: { name: by, ...(role !== undefined && { role }) } }),
  };
  const filter = filterOf(options);
  const scopes = [offer, options.allOffers, filter].filter((one) => one !== undefined);
  if (scopes.length !== 1)
    throw new UsageError(
      'Say for which offers, once: an offer’s id, --all-offers, or --occupation, --department, --contract.',
    );
  if (offer !== undefined) return { offers: 'one', offerId: offer, ...rest };
  return filter === undefined ? { offers: 'all', ...rest } : { offers: 'filter', filter, ...rest };
}

function filterOf({ occupation, department, contract }: AgreementOptions): Filter | undefined {
  if (occupation === undefined && department === undefined && contract === undefined) return undefined;
  return {
    ...(occupation !== undefined && { occupations: occupation }),
    ...(department !== undefined && { departments: department }),
    ...(contract !== undefined && { contractTypes: contract }),
  };
}

function audienceOf({ with: partners, withCategory, withAllPublic, withAll }: AgreementOptions): Audience {
  const said: Audience[] = [];
  if (partners !== undefined) said.push({ kind: 'partners', partners });
  if (withCategory !== undefined) said.push({ kind: 'categories', categories: withCategory });
  if (withAllPublic === true) said.push({ kind: 'allPublic' });
  if (withAll === true) said.push({ kind: 'all' });
  const [audience] = said;
  if (audience === undefined || said.length > 1)
    throw new UsageError('Say with whom, once: --with <partner…>, --with-category, --with-all-public or --with-all.');
  return audience;
}
