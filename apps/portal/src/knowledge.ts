import { theGazetteer } from './domain/query/gazetteer.js';
import { theLexicon } from './domain/query/lexicon.js';
import type { Knowledge } from './domain/query/understand-query.js';

/** The names of jobs and places that words of a query are looked up in. */
export const theKnowledge = (): Knowledge => ({ lexicon: theLexicon.get(), gazetteer: theGazetteer.get() });
