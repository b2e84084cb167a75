const html = /^(?:text\/html|application\/xhtml\+xml|text\/plain)\b/i;
const charsetOf = /charset\s*=\s*["']?([\w-]{1,40})/i;
const HEAD = 1_024;

/** The text of a page; undefined where it is no page. @param type the answer's content type */
export function htmlOf(body: Buffer, type: string | undefined): string | undefined {
  if (type !== undefined && !html.test(type)) return undefined;
  const named = charsetOf.exec(type ?? '') ?? charsetOf.exec(body.subarray(0, HEAD).toString('latin1'));
  return decoderOf(named?.[1] ?? 'utf-8').decode(body);
}

function decoderOf(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
