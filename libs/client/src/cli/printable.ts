/** The styles of our own words: bold, dim, red, green, yellow, and their ends. */
const ownStyle = /^\u001b\[(?:1|2|22|31|32|33|39)m/;
/** Characters that steer a terminal (C0 but line ends and tabs, DEL, C1), and those that turn the direction of writing. */
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text as a terminal may show it: what comes from a server or a file must not move the cursor, set titles, write the clipboard
 * or hide words. Each such character is shown as U+FFFD.
 * @param colours whether our own styles are left in
 */
export const printable = (text: string, colours: boolean): string =>
  text.replace(steering, (found, at: number) =>
    colours && found === '\u001b' && ownStyle.test(text.slice(at, at + 6)) ? found : '\ufffd',
  );

/** JSON that is the same to a program, with the steering characters that JSON leaves as they are written as escapes. */
export const printableJson = (json: string): string =>
  json.replace(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
