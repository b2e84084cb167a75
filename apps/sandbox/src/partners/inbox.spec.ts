import { Inbox } from './inbox.js';

const request = { receivedAt: '2026-11-24T00:00:00.000Z', method: 'POST', path: '/', headers: { a: 'b' } };

describe('an inbox that is full', () => {
  it('forgets the oldest, and says how many', () => {
    const inbox = new Inbox({ entries: 3, bytes: 1e9 });
    for (let n = 0; n < 10; n += 1) inbox.complete(inbox.add(request), String(n));
    const page = inbox.page(0, 100);
    expect(page.items.map(({ body }) => body)).toEqual(['7', '8', '9']);
    expect(page).toMatchObject({ received: 10, dropped: 7, next: '10' });
  });

  it('is bounded by bytes as well, also by what arrives late', () => {
    const inbox = new Inbox({ entries: 1_000, bytes: 50_000 });
    const open = Array.from({ length: 20 }, () => inbox.add(request));
    for (const entry of open) inbox.complete(entry, 'x'.repeat(10_000));
    const { items, dropped } = inbox.page(0, 100);
    expect(items.length).toBeLessThanOrEqual(5);
    expect(items.length + dropped).toBe(20);
    inbox.clear();
    inbox.complete(inbox.add(request), 'after');
    expect(inbox.page(0, 100).items.map(({ body, seq }) => [body, seq])).toEqual([['after', 21]]);
  });

  it('keeps no more than it may, for ever', () => {
    const inbox = new Inbox({ entries: 100, bytes: 1e6 });
    for (let n = 0; n < 50_000; n += 1) inbox.complete(inbox.add(request), 'x'.repeat(1_000));
    expect(inbox.page(0, 1_000).items).toHaveLength(100);
  });
});
