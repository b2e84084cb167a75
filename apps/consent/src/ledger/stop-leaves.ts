import type { LedgerLeaf } from '@accord/contracts/events/ledger-appended';

import type { Stop } from '../domain/stop.js';

/** Who the clock and the services are, where a leaf asks for whoever did it. */
export const NOBODY = '0'.repeat(64);

/** What the ledger is told of a stop when it is applied; that it is *stopped* is told apart. */
export function leavesOf(stop: Stop): LedgerLeaf[] {
  const { change, id, holder = '', actor = NOBODY } = stop;
  const own: LedgerLeaf = { kind: 'stop', stop: id, scope: leafScope(stop), because: stop.because };
  switch (change.kind) {
    case 'clauses': {
      const given = change.add === null ? [] : [agreementLeaf(change.add)];
      const ended = change.end
        .filter(({ as }) => as !== 'lapsed')
        .map(({ id: agreement }): LedgerLeaf => ({ kind: 'withdrawal', agreement, holder, stop: id, actor }));
      return [...given, ...ended, own];
    }
    case 'halt':
      return [{ kind: 'halt', stop: id, scope: scopeText(stop), lifted: false, actor }, own];
    case 'lift':
      return [{ kind: 'halt', stop: id, scope: scopeText(stop), lifted: true, actor }, own];
    case 'intent':
    case 'lapse':
    case 'text':
    case 'partner':
    case 'partnerGone':
      return [own];
  }
}

type AddedClause = NonNullable<Extract<Stop['change'], { kind: 'clauses' }>['add']>;

export const agreementLeaf = ({ id, holder, draft, digest, wordingDigest, actor }: AddedClause): LedgerLeaf => ({
  kind: 'agreement',
  agreement: id,
  holder,
  digest,
  wording: wordingDigest,
  effect: draft.effect,
  ...(draft.from !== undefined && { from: draft.from }),
  ...(draft.until !== undefined && { until: draft.until }),
  actor,
});

/** What a stop covers, by name. */
export function leafScope({ scope, holder }: Pick<Stop, 'scope' | 'holder'>) {
  return {
    ...(scope.kind === 'partner' && { partner: scope.id }),
    ...(scope.kind === 'offer' && { offer: scope.id }),
    ...(holder !== undefined && { holder }),
  };
}

/** The same as one text, for halts: `offer:…`. */
const scopeText = ({ scope }: Pick<Stop, 'scope'>): string => `${scope.kind}:${scope.id}`;
