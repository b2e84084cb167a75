import type { AnswerOf, BodyOf } from './calls.js';

/** What an employer submits. */
export type OfferDraft = BodyOf<'/v1/offers', 'post'>;
/** The offer as its employer sees it: state, findings, and every partner it is, was or may be at. */
export type OfferView = AnswerOf<'/v1/offers/{id}', 'get'>;
export type OfferAccepted = AnswerOf<'/v1/offers', 'post'>;
export type Posting = OfferView['postings'][number];
export type Finding = OfferAccepted['findings'][number];
/** One clause: who may show which offers, or may not. */
export type AgreementDraft = BodyOf<'/v1/agreements', 'post'>;
export type AgreementGiven = AnswerOf<'/v1/agreements', 'post'>;
export type ImportReceipt = AnswerOf<'/v1/imports/{id}', 'get'>['items'][number];

/** What a withdrawal answers: `stopping` while a request is under way, `stopped` from `effectiveAt` on. */
export type StopAnswer = AnswerOf<'/v1/agreements/{id}/withdrawal', 'post'> | AnswerOf<'/v1/offers/{id}', 'delete'>;
export type Stopped = Extract<StopAnswer, { state: 'stopped' }>;
