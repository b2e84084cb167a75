import { replaceBetween, table } from './markdown.js';

it('a table has its columns, their sides, and a line a row', () =>
  expect(
    table(
      [{ name: 'what' }, { name: 'ms', align: 'right' }],
      [
        ['a', '1'],
        ['b | c', '22'],
      ],
    ),
  ).toBe(['| what | ms |', '| --- | ---: |', '| a | 1 |', '| b \\| c | 22 |'].join('\n')));

describe('what stands between two marks', () => {
  const marks = ['<begin>', '<end>'] as const;
  it('is replaced, and the rest kept', () =>
    expect(replaceBetween('x\n<begin>\nold\n<end>\ny\n', marks, 'new\n')).toBe('x\n<begin>\n\nnew\n\n<end>\ny\n'));
  it('is the same when it is replaced again', () => {
    const once = replaceBetween('<begin><end>', marks, 'new');
    expect(replaceBetween(once, marks, 'new')).toBe(once);
  });
  it.each(['no mark', '<begin>', '<end><begin>', '<begin><end><end>', '<begin><begin><end>'])(
    'is not found in %s',
    (text) => expect(() => replaceBetween(text, marks, 'new')).toThrow('once each'),
  );
});
