import { both, type Kind, present } from './reading.js';

/** Hours a week, with minutes or a decimal part: 35, 35h30, 35:30, 35,5. */
export const weeklyTime: Kind<Record<string, unknown>> = {
  code: 'not-a-working-time',
  parse: (text) => {
    const [, hours, minutes, part] =
      /^(\d{1,2})(?:\s*[hH:]\s*(\d{2})?|[.,](\d{1,2}))?$/.exec(text.replace(/(?:heures?|h)$/i, '').trimEnd()) ?? [];
    if (hours === undefined) return undefined;
    const beyond = part === undefined ? Number(minutes ?? 0) : Math.round(Number(`0.${part}`) * 60);
    return beyond > 59
      ? undefined
      : present({ weeklyHours: Number(hours), weeklyMinutes: beyond === 0 ? undefined : beyond });
  },
  is: both('n’est pas une durée hebdomadaire', 'is no weekly working time'),
  write: both('Écrivez 35, 35h30 ou 35,5.', 'Write 35, 35h30 or 35.5.'),
};
