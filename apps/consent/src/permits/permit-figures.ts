import type { PermitAnswer } from '@accord/contracts/internal/permits';
import { Metrics } from '@accord/service/metrics';
import { Injectable } from '@nestjs/common';

/** Permits by answer; refusals and retries by their rule, which is one of a few. */
@Injectable()
export class PermitFigures {
  private readonly answers;

  constructor(metrics: Metrics) {
    this.answers = metrics.counter('consent_permit_answers_total', 'Answers to asks for permits', ['answer', 'rule']);
  }

  answered(answers: readonly PermitAnswer[]): void {
    for (const one of answers) this.answers.inc({ answer: one.answer, rule: ruleOf(one) });
  }
}

function ruleOf(answer: PermitAnswer): string {
  switch (answer.answer) {
    case 'permit':
      return answer.kind;
    case 'retry':
      return answer.because;
    case 'refusal':
      return answer.rule;
  }
}
