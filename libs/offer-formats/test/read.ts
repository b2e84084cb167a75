import { readFileSync } from 'node:fs';

import { offerDraft } from '@accord/contracts/offer';

import type { ReadRecord } from '../src/read/reading.js';

/** What was read, checked against the contract: errors of either kind fail the test that reads a good record. */
export function draftOf({ value, errors }: ReadRecord) {
  expect(errors.map(({ message }) => message.en)).toEqual([]);
  const parsed = offerDraft.safeParse(value);
  expect(parsed.error?.issues ?? []).toEqual([]);
  return parsed.data;
}

/** `source code` of each error. */
export const errorsOf = ({ errors }: ReadRecord): string[] => errors.map(({ source, code }) => `${source} ${code}`);
export const notesOf = ({ notes }: ReadRecord): string[] => notes.map(({ source, code }) => `${source} ${code}`);

/** The draft that a record which says all its form can say is read as: what test/drafts holds. */
export const wholeDraft = (form: string): unknown =>
  JSON.parse(readFileSync(new URL(`drafts/${form}.json`, import.meta.url), 'utf8'));
