/** Markup that may stand in a page as it is. Made by `html` only, so that no text is taken for markup by mistake. */
export class Html {
  constructor(readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What may be put into a piece of a page. */
export type Piece = string | number | boolean | null | undefined | Html | readonly Piece[];

/** A piece of a page: whatever is put into it is escaped, save other pieces; lists are joined, `undefined` leaves a gap. */
export const html = (parts: TemplateStringsArray, ...values: readonly Piece[]): Html =>
  new Html(parts.map((part, at) => (at === 0 ? part : rendered(values[at - 1]) + part)).join(''));

function rendered(value: Piece): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(rendered).join('');
  return String(value).replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** A whole page in the plain look of our technical pages: no script, nothing loaded from elsewhere. */
export const page = (title: string, content: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`.markup;

const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1f; background: #fff; margin: 0; }
  main { max-width: 62rem; margin: 0 auto; padding: 1.5rem; }
  h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
  a { color: #0a4fa3; } code { background: #f1f1f4; padding: 0.1em 0.3em; }
  table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid #d6d6dc; vertical-align: top; }
  .note { background: #fff6dc; border-left: 4px solid #b58100; padding: 0.5rem 1rem; }
  button { font: inherit; padding: 0.4rem 1rem; }
`;
