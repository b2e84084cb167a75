import { theGazetteer } from './domain/query/gazetteer.js';
import { theLexicon } from './domain/query/lexicon.js';
import type { Knowledge } from './domain/query/understand-query.js';

/** Injects what words of a query are looked up in, which is made at its first use. */
export const KNOWLEDGE = Symbol('accord:knowledge');
export type GetKnowledge = () => Knowledge;

/** The names of jobs and places. */
export const theKnowledge: GetKnowledge = () => ({ lexicon: theLexicon.get(), gazetteer: theGazetteer.get() });
