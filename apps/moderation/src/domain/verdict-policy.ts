import type { Finding } from '@accord/contracts/finding';

/** Kept with each verdict, so that it is known by which table it was given. A change of the table is a new version. */
export const policyVersion = '2026-11.1';

/** What a finding leads to, the gravest first. */
const consequences = ['reject', 'askForChanges', 'review', 'approve'] as const;
type Consequence = (typeof consequences)[number];

interface PolicyLine {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly then: Consequence;
  /** The revision approved before comes down too. */
  readonly takeDown?: true;
}

const any = '*';

/** The first line that fits a finding says what it leads to; of several findings the gravest decides. */
const policy: readonly PolicyLine[] = [
  // Nobody may show the offer of an employer that does not exist, whichever its text (L5332-2).
  { rule: 'FR-EMPLOYER', severity: 'block', then: 'reject', takeDown: true },
  { rule: any, severity: 'block', then: 'askForChanges' },
  { rule: any, severity: 'review', then: 'review' },
  { rule: any, severity: 'advise', then: 'approve' },
];

/** What the register said, or that it could not be asked. */
export type RegisterStanding = 'answered' | 'unavailable';

export type MachineVerdict =
  | {
      readonly kind: 'decided';
      readonly verdict: 'approved' | 'inReview' | 'changesRequested';
      readonly takeDown: false;
    }
  | { readonly kind: 'decided'; readonly verdict: 'rejected'; readonly takeDown: boolean }
  /** Nothing speaks against it, and the employer could not be verified now: it waits. Never approved by default. */
  | { readonly kind: 'queued' };

const lineFor = ({ rule, severity }: Finding): PolicyLine | undefined =>
  policy.find((line) => (line.rule === any || line.rule === rule) && line.severity === severity);

/** What the machine says of a revision with these findings. What cannot be shown anyway needs no register to be told so. */
export function machineVerdict(findings: readonly Finding[], register: RegisterStanding): MachineVerdict {
  const lines = findings.flatMap((finding) => lineFor(finding) ?? []);
  const gravest = consequences.find((consequence) => lines.some(({ then }) => then === consequence)) ?? 'approve';
  switch (gravest) {
    case 'reject':
      return { kind: 'decided', verdict: 'rejected', takeDown: lines.some(({ takeDown }) => takeDown === true) };
    case 'askForChanges':
      return { kind: 'decided', verdict: 'changesRequested', takeDown: false };
    case 'review':
      return register === 'answered' ? { kind: 'decided', verdict: 'inReview', takeDown: false } : { kind: 'queued' };
    case 'approve':
      return register === 'answered' ? { kind: 'decided', verdict: 'approved', takeDown: false } : { kind: 'queued' };
  }
}
