import type { Finding } from '@accord/contracts/finding';
import type { OfferContent } from '@accord/contracts/offer';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { ContactKeyStore } from './contact-key.store.js';
import { type Revision, RevisionStore } from './revision.store.js';
import { hasContact, openText, sealText } from './seal-text.js';

/** A text in the clear: for its employer alone. */
export interface OpenedText {
  readonly revision: number;
  readonly content: OfferContent;
  readonly findings: readonly Finding[];
  readonly submittedAt: Date;
}

/** A text to write, contacts in the clear. */
export type NewRevision = Omit<Revision, 'offer'> & { readonly content: OfferContent };

/** Writes texts with their contacts sealed, and reads them with their contacts opened. */
@Injectable()
export class TextStore {
  constructor(
    private readonly db: DataSource,
    private readonly revisions: RevisionStore,
    private readonly keys: ContactKeyStore,
  ) {}

  async get(offerId: string, revision: number, from: Pick<EntityManager, 'query'> = this.db): Promise<OpenedText> {
    const text = await this.revisions.get(offerId, revision, from);
    return opened(text, (await this.keys.find([offerId], from)).get(offerId));
  }

  async find(offerId: string, revision: number): Promise<OpenedText | undefined> {
    const [text] = await this.list(offerId, revision + 1, 1);
    return text?.revision === revision ? text : undefined;
  }

  /** Answers them as they are stored, in order. */
  async add(tx: EntityManager, texts: readonly NewRevision[]): Promise<Revision[]> {
    const withContact = texts.filter(({ content }) => hasContact(content));
    const keys = await this.keys.findOrMake(
      tx,
      withContact.map(({ offerId }) => offerId),
    );
    const sealed = texts.map(({ content, ...text }) => ({
      ...text,
      offer: sealText(content, text, keys.get(text.offerId)),
    }));
    await this.revisions.add(tx, sealed);
    return sealed;
  }

  /** The newest first; one more than the limit. */
  async list(offerId: string, before: number | undefined, limit: number): Promise<OpenedText[]> {
    const texts = await this.revisions.list(offerId, before, limit);
    const key = (await this.keys.find([offerId])).get(offerId);
    return texts.map((text) => opened(text, key));
  }
}

const opened = (
  { offerId, revision, offer, findings, submittedAt }: Revision,
  key: Buffer | undefined,
): OpenedText => ({
  revision,
  content: openText(offer, { offerId, revision }, key),
  findings,
  submittedAt,
});
