import type { OfferContent } from '@accord/contracts/offer';
import type { SealedOffer } from '@accord/contracts/sealed-offer';
import { type BoxOwner, sealContact, unsealContact } from '@accord/receipts/sealed-contact';

/** Whether there is anything of a person to seal. */
export const hasContact = ({ apply }: OfferContent): boolean =>
  apply.email !== undefined || apply.phone !== undefined || apply.contactName !== undefined;

/** The text as it is stored and sent: contacts only inside the box. `key` is needed where there is a contact. */
export function sealText(content: OfferContent, of: BoxOwner, key: Buffer | undefined): SealedOffer {
  const { email, phone, contactName, ...apply } = content.apply;
  if (!hasContact(content)) return { ...content, apply };
  if (key === undefined) throw new Error('a contact cannot be sealed without the offer’s key');
  const sealed = sealContact({ email, phone, contactName }, { keyId: of.offerId, key }, of);
  return { ...content, apply: { ...apply, sealed } };
}

/** The text as its employer wrote it; without the contact where the key was erased. */
export function openText(offer: SealedOffer, of: BoxOwner, key: Buffer | undefined): OfferContent {
  const { sealed, ...apply } = offer.apply;
  if (sealed === undefined || key === undefined) return { ...offer, apply };
  return { ...offer, apply: { ...apply, ...unsealContact(sealed, key, of) } };
}
