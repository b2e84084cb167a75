import { html, page } from './html.js';

describe('a piece of a page', () => {
  it('escapes whatever is put into it', () =>
    expect(html`<p title="${`"x'`}">${'<script>&'}</p>`.markup).toBe(
      '<p title="&quot;x&#39;">&lt;script&gt;&amp;</p>',
    ));
  it('keeps pieces that are made already, joins lists, and leaves gaps', () =>
    expect(
      html`<ul>
        ${[html`<li>1</li>`, html`<li>${'<'}</li>`]}${undefined}${false}${0}
      </ul>`.markup,
    ).toBe('<ul><li>1</li><li>&lt;</li>0</ul>'));
  it('escapes a title', () =>
    expect(page('</title><script>', html``)).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>'));
});
