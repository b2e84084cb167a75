import { html, page } from './html.js';

const item = (text: string) => html`<li>${text}</li>`;

describe('a piece of a page', () => {
  it('escapes whatever is put into it', () =>
    expect(html`<p title="${`"x'`}">${'<script>&'}</p>`.markup).toBe(
      '<p title="&quot;x&#39;">&lt;script&gt;&amp;</p>',
    ));
  it('keeps pieces that are made already, joins lists, and leaves gaps', () =>
    expect(html`${[item('1'), item('<')]}${undefined}${false}${0}`.markup).toBe('<li>1</li><li>&lt;</li>0'));
  it('escapes a title', () =>
    expect(page('</title><script>', html``)).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>'));
});
