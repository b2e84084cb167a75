import fc from 'fast-check';
import { answerHead, ReplyBody } from './reply.js';

it('a reply is counted whole and kept in part, however it is cut into pieces', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 });
  fc.assert(
    fc.property(pieces, fc.nat(100), fc.nat(200), (chunks, keep, max) => {
      const reply = new ReplyBody(max, keep);
      const verdicts = chunks.map((chunk) => reply.add(Buffer.from(chunk)));
      const all = Buffer.concat(chunks);
      expect(reply.result()).toEqual({
        body: all.subarray(0, keep),
        truncated: all.length > keep,
        bytesRead: all.length,
      });
      expect(verdicts.every(Boolean)).toBe(all.length <= max);
    }),
  );
});

it('a reply holds on to no memory of the connection', () => {
  const chunk = Buffer.alloc(65_536, 'a');
  const reply = new ReplyBody(65_536, 10);
  reply.add(chunk);
  chunk.fill('b');
  expect(reply.result().body.toString()).toBe('aaaaaaaaaa');
});

it('a head keeps what a sender acts on, once, and no more of it than fits a record', () => {
  const headers = {
    'retry-after': ['1', '2'],
    'content-type': 'x'.repeat(5_000),
    'set-cookie': ['secret'],
    date: undefined,
  };
  expect(answerHead(503, { ...headers, 'retry-after': String(headers['retry-after']) })).toEqual({
    status: 503,
    headers: { 'retry-after': '1,2', 'content-type': 'x'.repeat(1_024) },
  });
});
