import type { Finding } from '@accord/contracts/finding';
import fc from 'fast-check';

import { machineVerdict, type MachineVerdict } from './verdict-policy.js';

const text = { fr: 'x', en: 'x' };
const found = (severity: Finding['severity'], rule = 'FR-SMIC'): Finding => ({
  rule,
  severity,
  pointer: '/pay/min',
  message: text,
  remedy: text,
});

const decided = (verdict: 'approved' | 'inReview' | 'changesRequested'): MachineVerdict => ({
  kind: 'decided',
  verdict,
  takeDown: false,
});
const gone: MachineVerdict = { kind: 'decided', verdict: 'rejected', takeDown: true };
const queued: MachineVerdict = { kind: 'queued' };

describe('the verdict', () => {
  it.each([
    ['nothing found', [], decided('approved')],
    ['advice alone', [found('advise')], decided('approved')],
    ['a doubt', [found('review'), found('advise')], decided('inReview')],
    ['something that cannot be shown', [found('review'), found('block')], decided('changesRequested')],
    ['an employer that does not exist', [found('block'), found('block', 'FR-EMPLOYER')], gone],
    ['an employer rule that is a doubt only', [found('review', 'FR-EMPLOYER')], decided('inReview')],
  ])('%s', (_, findings, verdict) => expect(machineVerdict(findings, 'answered')).toEqual(verdict));

  it.each([
    ['nothing found', [], queued],
    ['advice alone', [found('advise')], queued],
    ['a doubt', [found('review')], queued],
    ['something that cannot be shown', [found('block')], decided('changesRequested')],
  ])('while the register does not answer: %s', (_, findings, verdict) =>
    expect(machineVerdict(findings, 'unavailable')).toEqual(verdict),
  );

  const anyFindings = fc.array(
    fc.record({
      severity: fc.constantFrom('block', 'review', 'advise'),
      rule: fc.constantFrom('FR-EMPLOYER', 'FR-SMIC', 'NEW-RULE'),
    }),
  );

  it('never approves what something blocks, nor anyone who could not be verified', () =>
    fc.assert(
      fc.property(anyFindings, fc.constantFrom('answered', 'unavailable'), (facts, register) => {
        const findings = facts.map(({ severity, rule }) => found(severity, rule));
        const verdict = machineVerdict(findings, register);
        const approved = verdict.kind === 'decided' && verdict.verdict === 'approved';
        expect(approved).toBe(register === 'answered' && findings.every(({ severity }) => severity === 'advise'));
      }),
    ));

  it('does not depend on the order of findings', () =>
    fc.assert(
      fc.property(anyFindings, (facts) => {
        const findings = facts.map(({ severity, rule }) => found(severity, rule));
        expect(machineVerdict(findings.toReversed(), 'answered')).toEqual(machineVerdict(findings, 'answered'));
      }),
    ));
});
