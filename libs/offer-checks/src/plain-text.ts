/** A part of a field: characters (UTF-16), first included, last excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const letterOrDigit = /[\p{L}\p{N}]/u;
const marks = /\p{M}/gu;
const quotes: ReadonlySet<string> = new Set(['’', 'ʼ', '`', '´']);

/** Text as it is compared: lower case, no accents, straight apostrophes, any white space a space; it knows where each character came from. */
export class PlainText {
  readonly text: string;
  private readonly sources: number[] = [];

  constructor(private readonly original: string) {
    let text = '';
    let at = 0;
    for (const character of original) {
      const plain = plainCharacter(character);
      for (let index = 0; index < plain.length; index += 1) this.sources.push(at);
      text += plain;
      at += character.length;
    }
    this.text = text;
  }

  /** Where the first of these phrases stands as whole words. Phrases are written plain: "travail temporaire". */
  find(phrases: readonly string[]): Span | undefined {
    for (const phrase of phrases) {
      const span = this.findPhrase(phrase);
      if (span) return span;
    }
    return undefined;
  }

  private findPhrase(phrase: string): Span | undefined {
    for (let at = this.text.indexOf(phrase); at !== -1; at = this.text.indexOf(phrase, at + 1)) {
      const end = at + phrase.length;
      if (!letterOrDigit.test(this.text[at - 1] ?? ' ') && !letterOrDigit.test(this.text[end] ?? ' '))
        return { start: this.sources[at] ?? 0, end: this.sources[end] ?? this.original.length };
    }
    return undefined;
  }
}

function plainCharacter(character: string): string {
  if (character >= '!' && character <= '~') return character === '`' ? "'" : character.toLowerCase();
  if (quotes.has(character)) return "'";
  if (/\s/u.test(character)) return ' ';
  return character.normalize('NFKD').replace(marks, '').toLowerCase();
}

/** A phrase as `find` wants it. */
export const plain = (phrase: string): string => new PlainText(phrase).text;
