import { both, type Field, present, type Reading } from './reading.js';

const none = {
  code: 'experience-assumed',
  is: both('manque : « débutant accepté » a été pris', 'is missing: “beginners accepted” was taken'),
  write: both('Écrivez si une expérience est souhaitée ou exigée.', 'Write whether experience is wished or required.'),
};

/** What a record that names no experience asks for: none. The employer is told. */
export function noExperience(reading: Reading, field: Field): Record<string, unknown> {
  reading.note(field, none);
  return present({ exigence: 'D' });
}
