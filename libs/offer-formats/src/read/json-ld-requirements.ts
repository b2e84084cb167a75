import { folded } from './fold.js';
import { hasType, isNode, type JsonLdPlace, listOf, property, textIn } from './json-ld-node.js';
import { wholeNumber } from './kinds.js';
import { trainingLevelCode } from './lists.js';
import { type Kind, present, type Reading } from './reading.js';
import { noExperience } from './requirements.js';

export function jsonLdRequirements(reading: Reading, posting: JsonLdPlace): Record<string, unknown> {
  const skills = listOf(property(posting.node, 'skills')).flatMap((one) => textIn(one)?.split(/\s*[,;\n]\s*/) ?? []);
  const said = [...new Set(skills.map((one) => one.trim()))].filter((one) => one !== '' && one.length <= 200);
  return present({
    experience: experience(reading, posting),
    trainings: trainings(reading, posting),
    skills: said.length === 0 ? undefined : said.slice(0, 40).map((label) => ({ label, exigence: 'S' })),
  });
}

const none = new Set(['no requirements', 'none', 'aucune', 'aucune experience', 'debutant accepte', 'debutant']);

/** Months are required experience; words are wished for, and kept as they are. */
function experience(reading: Reading, posting: JsonLdPlace): Record<string, unknown> {
  const field = posting.field('experienceRequirements', '/requirements/experience');
  const [node] = posting.nodes('experienceRequirements');
  const months = node && reading.value(node.field('monthsOfExperience', '/requirements/experience/min'), wholeNumber);
  if (months !== undefined) return months === 0 ? { exigence: 'D' } : { exigence: 'E', min: months, unit: 'MO' };
  const words = node?.text('description') ?? field.text?.trim() ?? '';
  if (words === '') return noExperience(reading, field);
  return none.has(folded(words)) ? { exigence: 'D' } : { exigence: 'S', comment: words.slice(0, 300) };
}

/** Google's words for credentials. */
const credentials: Readonly<Record<string, string>> = {
  'high school': 'NV4',
  'associate degree': 'NV3',
  'bachelor degree': 'NV2',
  'professional certificate': 'NV5',
  'postgraduate degree': 'NV1',
};
const level: Kind<string> = {
  ...trainingLevelCode,
  parse: (text) => credentials[folded(text)] ?? trainingLevelCode.parse(text),
};

function trainings(reading: Reading, posting: JsonLdPlace) {
  const found = listOf(property(posting.node, 'educationRequirements')).flatMap((one, at) => {
    const isCredential = isNode(one) && hasType(one, 'EducationalOccupationalCredential');
    const text = textIn(isCredential ? property(one, 'credentialCategory') : one);
    if (text === undefined || none.has(folded(text))) return [];
    const source = isCredential ? '/educationRequirements/credentialCategory' : '/educationRequirements';
    const read = reading.optional({ text, source, pointer: `/requirements/trainings/${at}/level` }, level);
    return read === undefined ? [] : [{ level: read, exigence: 'S' }];
  });
  return found.length === 0 ? undefined : found;
}
