import { allTopics } from '@accord/contracts/topics';
import { eventually } from '@accord/testing/eventually';
import { RawTopics } from '@accord/testing/raw-topics';

import { Accord } from './support/accord.js';

/** Everything that was ever said is said again, in the worst order; nothing may come of it. */
describe('duplicate, reordered and replayed events', () => {
  let accord: Accord;
  let raw: RawTopics;
  beforeAll(async () => {
    accord = await Accord.open();
    raw = await RawTopics.connect(accord.run.kafka);
  });
  afterAll(() => raw.close());

  it('change nothing: no webhook, no ad, no state', async () => {
    const shown = await accord.submit();
    await accord.agree(shown);
    const gone = await accord.submit();
    const agreement = await accord.agree(gone);
    await accord.posting(gone, 'emploi-public', ['sent', 'live']);
    await accord.as('employer').post(`/v1/agreements/${agreement}/withdrawal`, {});
    await accord.as('employer').delete(`/v1/offers/${gone}?reason=other`);
    await accord.posting(gone, 'emploi-public', 'removed');
    await accord.posting(shown, 'emploi-public', ['sent', 'live']);
    await eventually(async () => expect((await accord.as().get(`/v1/ads/${gone}`)).status).toBe(410));
    const before = await picture(accord, [shown, gone]);

    const records = (await Promise.all(allTopics.map(({ name }) => raw.readAll(name)))).flat();
    expect(records.length).toBeGreaterThan(10);
    await raw.write([...records].reverse());
    await raw.write(records.flatMap((record) => [record, record]));

    // An offer that goes the whole way after them proves that they have been handled.
    const last = await accord.submit();
    await accord.agree(last);
    await accord.posting(last, 'emploi-public', ['sent', 'live']);
    await raw.caughtUp();
    expect(await picture(accord, [shown, gone])).toEqual(before);
  });
});

async function picture(accord: Accord, offers: readonly string[]): Promise<unknown> {
  return Promise.all(
    offers.map(async (id) => {
      const { state, revision, postings } = await accord.offer(id);
      const received = await Promise.all(
        accord.run.sandboxPartners.map(({ id: partner }) => accord.inbox(partner).about(id)),
      );
      return {
        state,
        revision,
        postings: postings.map(({ partner, state: posting }) => [partner, posting]),
        received: received.map((webhooks) =>
          webhooks.map(({ event }) => [event.type, 'version' in event.data && event.data.version]),
        ),
        onPortal: (await accord.as().get(`/v1/ads/${id}`)).status,
      };
    }),
  );
}
