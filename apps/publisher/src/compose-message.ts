import { createHash, createHmac } from 'node:crypto';

import type { OpenContact } from '@accord/contracts/sealed-offer';
import type { ShowableOffer } from '@accord/contracts/showable-offer';
import { deliveredOffer } from '@accord/offer-formats/delivered-offer';
import { formatNamed, type FormatName, mappingVersion } from '@accord/offer-formats/formats';
import { type MessageFacts, removeMessage, showMessage } from '@accord/offer-formats/webhook-message';
import { CannotUnseal, unsealContact } from '@accord/receipts/sealed-contact';
import { ContactKeys } from '@accord/service/contact-keys';
import { Log } from '@accord/service/logging';
import { Injectable } from '@nestjs/common';

import type { SentMark } from './attempt-row.js';
import type { Unsent } from './domain/attempt-result.js';
import { isFirstShow, type Posting } from './domain/posting.js';
import { OfferViews } from './offer-views.js';
import type { Grant, ShowGrant } from './permit-gate.js';

/** What is sent for one posting: stable over retries of a version. */
export interface Message {
  readonly id: string;
  readonly body: string;
  /** The proof that travels with an offer. */
  readonly proof?: string;
  readonly mark: SentMark;
}

export type Composed =
  { readonly kind: 'message'; readonly message: Message } | { readonly kind: 'unsent'; readonly unsent: Unsent };

interface Opened {
  readonly contact: OpenContact;
  readonly key: Buffer;
}

/** Makes the message a permit is for, and no other. */
@Injectable()
export class ComposeMessage {
  constructor(
    private readonly views: OfferViews,
    private readonly keys: ContactKeys,
    private readonly log: Log,
  ) {}

  async execute(posting: Posting, grant: Grant, format: FormatName): Promise<Composed> {
    const facts = factsOf(posting, format);
    if (grant.kind === 'show') return this.show(posting, grant, facts);
    return message({ id: messageId(facts), body: removeMessage(facts), mark: {} });
  }

  private async show(posting: Posting, grant: ShowGrant, facts: MessageFacts): Promise<Composed> {
    const view = await this.permittedView(posting, grant);
    if (view === undefined) return { kind: 'unsent', unsent: { kind: 'unsendable', because: 'digest-mismatch' } };
    const opened = grant.contacts ? await this.open(view) : undefined;
    if (opened === 'sealed') return { kind: 'unsent', unsent: { kind: 'unsendable', because: 'contact-sealed' } };
    const body = showMessage(
      isFirstShow(posting) ? 'published' : 'updated',
      facts,
      deliveredOffer(view, opened?.contact),
    );
    const mark = {
      digest: grant.digest,
      mapping: mappingVersion(formatNamed(facts.format)),
      ...bodyMark(body, opened),
    };
    return message({ id: messageId(facts), body, proof: grant.proof, mark });
  }

  /** The permit, the posting and the view that was read must all be about the same thing: anything else is never sent. */
  private async permittedView(posting: Posting, grant: ShowGrant): Promise<ShowableOffer | undefined> {
    const { wanted, offerId } = posting;
    const found = await this.views.of({ offerId, digest: grant.digest });
    const agrees =
      wanted.kind === 'show' &&
      wanted.digest === grant.digest &&
      found?.digest === grant.digest &&
      found.view.offerId === offerId &&
      found.view.revision === grant.revision;
    if (agrees) return found.view;
    const facts = {
      postingId: posting.id,
      offerId,
      version: wanted.version,
      permitted: grant.digest,
      read: found?.digest,
    };
    this.log.error('posting.unsendable', new Error('what would be sent is not what the permit is for'), facts);
    return undefined;
  }

  /** Nothing where the offer has no contact, or its key was erased. @throws where the key cannot be had now */
  private async open(view: ShowableOffer): Promise<Opened | 'sealed' | undefined> {
    const { sealed } = view.apply;
    if (sealed === undefined) return undefined;
    const key = await this.keys.keyOf(sealed.keyId);
    if (key === null) return undefined;
    try {
      return { contact: unsealContact(sealed, key, view), key };
    } catch (error) {
      if (!(error instanceof CannotUnseal)) throw error;
      this.log.error('posting.unsendable', error, { offerId: view.offerId, revision: view.revision });
      return 'sealed';
    }
  }
}

const message = (one: Message): Composed => ({ kind: 'message', message: one });

const factsOf = (posting: Posting, format: FormatName): MessageFacts => ({
  postingId: posting.id,
  offerId: posting.offerId,
  version: posting.wanted.version,
  format,
  at: posting.wantedAt.toISOString(),
});

/** Stable per posting and version: a partner that got it before recognises it. */
const messageId = ({ postingId, version }: MessageFacts): string => `${postingId}.${version}`;

/** A body with a contact is only marked under the offer's own key, so that erasing the key unlinks the mark. */
const bodyMark = (body: string, opened: Opened | undefined): SentMark =>
  opened === undefined
    ? { bodySha256: createHash('sha256').update(body).digest() }
    : { bodyHmac: createHmac('sha256', opened.key).update(body).digest() };
