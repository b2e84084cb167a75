import { allEvents } from '@accord/contracts/events';

import { aclArguments, aclsOf, PROVISIONING_PRINCIPAL, type AclRule } from './acl.js';

const rules = aclsOf(allEvents, 'prod.');
const may = (service: string, operation: AclRule['operation'], name: string) =>
  rules.some(
    (rule) => rule.principal === `User:accord-${service}` && rule.operation === operation && rule.name === name,
  );

describe('a service, on the broker', () => {
  it('writes its own topics and dead letters of what it reads', () => {
    expect(may('intake', 'Write', 'prod.offer.revisions')).toBe(true);
    expect(may('moderation', 'Write', 'prod.offer.revisions.dead-letters')).toBe(true);
  });
  it('reads what its contracts say, as its own group, and which topics there are', () => {
    expect(may('consent', 'Read', 'prod.offer.revisions')).toBe(true);
    expect(may('consent', 'Read', 'prod.accord.topics')).toBe(true);
    expect(rules).toContainEqual(
      expect.objectContaining({ principal: 'User:accord-consent', resource: 'group', name: 'prod.consent' }),
    );
  });
  it.each([
    ['publisher', 'Write', 'prod.publication.decisions'],
    ['publisher', 'Read', 'prod.offer.revisions'],
    ['portal', 'Read', 'prod.consent.ledger'],
    ['moderation', 'Write', 'prod.offer.revisions'],
    ['intake', 'Write', 'prod.offer.revisions.dead-letters'],
  ] as const)('%s may not %s %s', (service, operation, topic) => expect(may(service, operation, topic)).toBe(false));
  it('has one writer a topic of events', () => {
    for (const { topic } of allEvents) {
      const writers = rules.filter((rule) => rule.name === `prod.${topic.name}` && rule.operation === 'Write');
      expect(writers.map(({ principal }) => principal)).toEqual([`User:accord-${topic.writer}`]);
    }
  });
  it('makes no topics: the deployment does', () => {
    const making = rules.filter(({ operation }) => operation === 'Create' || operation === 'AlterConfigs');
    expect(new Set(making.map(({ principal }) => principal))).toEqual(new Set([PROVISIONING_PRINCIPAL]));
    expect(making.every(({ name, pattern }) => name === 'prod.' && pattern === 'prefixed')).toBe(true);
  });
});

it('a rule is what kafka-acls.sh takes', () =>
  expect(
    aclArguments({
      principal: 'User:accord-intake',
      resource: 'topic',
      name: 'offer.revisions',
      pattern: 'literal',
      operation: 'Write',
    }).join(' '),
  ).toBe(
    '--add --allow-principal User:accord-intake --operation Write --topic offer.revisions --resource-pattern-type literal',
  ));
