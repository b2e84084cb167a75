const SHORT = 40;

/**
 * A value as a message may repeat it: short, and nothing that could be a person's address or number, which a shifted column
 * may have put anywhere. Otherwise only how long it is.
 */
export function quoted(text: string): { readonly fr: string; readonly en: string } {
  const mayBeContact = /@|\d[\d .()-]{6,}/.test(text);
  if (text.length <= SHORT && !mayBeContact && !/[\r\n\t]/.test(text)) return { fr: `« ${text} »`, en: `“${text}”` };
  const length = text.length;
  return { fr: `cette valeur (${length} caractères)`, en: `this value (${length} characters)` };
}
