import { styleText } from 'node:util';

import { printable } from './printable.js';
import { Speech } from './speech.js';

const hostile = 'a\u001b]52;c;ZXZpbA==\u0007b\u001b[2Jc\u009b8md\re\u202ef\u001b[8mg';
const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

const said = (format: { json: boolean; quiet: boolean }) => {
  const written: string[] = [];
  const write = (text: string) => void written.push(text);
  const speech = new Speech({ out: write, err: write, colours: false }, format);
  speech.say(hostile, { hostile }, hostile);
  speech.item(hostile, { hostile });
  speech.aside(hostile);
  return written.join('');
};

describe('what a server says', () => {
  it.each([
    { json: false, quiet: false },
    { json: false, quiet: true },
    { json: true, quiet: false },
  ])('steers no terminal: %p', (format) => expect(said(format)).not.toMatch(steering));

  it('is the same to a program', () =>
    expect(JSON.parse(said({ json: true, quiet: false }).split('\n}\n')[0] + '}')).toEqual({ hostile }));

  it('leaves our own styles, line ends and letters as they are', () => {
    const own = `${styleText('bold', 'é\n', { validateStream: false })}${styleText('red', '✗ 😀', { validateStream: false })}`;
    expect(printable(own, true)).toBe(own);
    expect(printable(own, false)).not.toMatch(steering);
    expect(printable(hostile, true)).not.toMatch(steering);
  });
});
