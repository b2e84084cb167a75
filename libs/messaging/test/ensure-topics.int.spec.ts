import { defineEvent } from '@accord/contracts/define-event';
import { offerRevisions, consentLedger } from '@accord/contracts/topics';
import { Logger } from '@nestjs/common';
import { eventually } from '@accord/testing/eventually';
import { TestDeployment } from '@accord/testing/test-deployment';

import { ensureTopics, TopicMismatch } from '../src/ensure-topics.js';
import { startMessaging } from '@accord/testing/messaging-harness';
import { mealCooked } from './meals.js';

const deployment = new TestDeployment();
const name = (topic: string) => deployment.topicPrefix + topic;
const policies = (topic: string) =>
  deployment.administer(async (admin) => (await admin.configs([name(topic)])).get(name(topic)));
const announced = async () => (await deployment.readAll('accord.topics')).map(({ key }) => String(key)).sort();

Logger.overrideLogger(false);
afterAll(() => deployment.dispose());

describe('topics', () => {
  it('are made from their contracts, from several places at once, and announced', async () => {
    const topics = [offerRevisions, consentLedger];
    await Promise.all([1, 2, 3].map(() => deployment.makeTopics(topics)));
    const counts = await deployment.administer((admin) =>
      admin.existing(['accord.topics', 'offer.revisions', 'consent.ledger', 'other'].map(name)),
    );
    expect(Object.fromEntries(counts)).toEqual({
      [name('accord.topics')]: 1,
      [name('offer.revisions')]: 6,
      [name('consent.ledger')]: 1,
    });
    expect(await policies('offer.revisions')).toMatchObject({
      'cleanup.policy': 'compact',
      'delete.retention.ms': '2592000000',
      'max.message.bytes': '1114112',
    });
    expect(await policies('consent.ledger')).toMatchObject({ 'cleanup.policy': 'delete', 'retention.ms': '-1' });
    expect(new Set(await announced())).toEqual(new Set(['consent.ledger', 'offer.revisions']));
  });

  it('that are there are announced no more, and brought into line; what else was set on them stays', async () => {
    const before = await announced();
    await deployment.administer((admin) =>
      admin.setConfig(name('offer.revisions'), { 'cleanup.policy': 'delete', 'segment.ms': '7200000' }),
    );
    // The controller answers before the broker shows what it took.
    await eventually(async () =>
      expect(await policies('offer.revisions')).toMatchObject({ 'cleanup.policy': 'delete', 'segment.ms': '7200000' }),
    );
    await deployment.makeTopics([offerRevisions, consentLedger]);
    await eventually(async () =>
      expect(await policies('offer.revisions')).toMatchObject({ 'cleanup.policy': 'compact', 'segment.ms': '7200000' }),
    );
    expect(await announced()).toEqual(before);
  });

  it('of another number of partitions are refused with what to do, and so is a service that needs them', async () => {
    const wider = defineEvent({ ...mealCooked, topic: { ...mealCooked.topic, partitions: 5 } });
    await deployment.makeTopics([mealCooked.topic]);
    const widen = ensureTopics(deployment.kafka, deployment.topicPrefix, [wider.topic]);
    await expect(widen).rejects.toThrow(TopicMismatch);
    await expect(widen).rejects.toThrow(/meals has 3 partitions, its contract says 5.*order of keys/);
    await expect(startMessaging(deployment, { service: 'kitchen', writes: [wider] })).rejects.toThrow(TopicMismatch);
  });
});
