import type { EventContract } from '@accord/contracts/define-event';

import { accordTopics } from './topic-policy.js';

export interface AclRule {
  /** Of a service, or of the deployment's provisioning. */
  readonly principal: string;
  readonly resource: 'topic' | 'group' | 'cluster';
  readonly name: string;
  /** `prefixed`: all names that begin so. */
  readonly pattern: 'literal' | 'prefixed';
  readonly operation: 'Read' | 'Write' | 'Describe' | 'Create' | 'Delete' | 'DescribeConfigs' | 'AlterConfigs';
}

/** Makes topics (`ensureTopics`); services themselves make none where there are access rules. */
export const PROVISIONING_PRINCIPAL = 'User:accord-provisioning';

/**
 * What each service may do on the broker, from what the contracts say it writes and reads, and nothing else. A service
 * reads what it writes (to find what a topic lost), and writes dead letters of what it reads.
 */
export function aclsOf(contracts: readonly EventContract[], topicPrefix = ''): readonly AclRule[] {
  const rules = new Map<string, AclRule>();
  const allow = (rule: AclRule): void => void rules.set(Object.values(rule).join(' '), rule);
  const onTopic = (service: string, topic: string, operation: 'Read' | 'Write'): void => {
    const rule = { principal: principalOf(service), resource: 'topic', name: topicPrefix + topic } as const;
    allow({ ...rule, pattern: 'literal', operation });
    allow({ ...rule, pattern: 'literal', operation: 'Describe' });
  };
  for (const { topic, readers } of contracts) {
    for (const operation of ['Read', 'Write'] as const) onTopic(topic.writer, topic.name, operation);
    onTopic(topic.writer, accordTopics.name, 'Write');
    for (const reader of readers) {
      onTopic(reader, topic.name, 'Read');
      onTopic(reader, `${topic.name}.dead-letters`, 'Write');
    }
    for (const service of [topic.writer, ...readers]) {
      onTopic(service, accordTopics.name, 'Read');
      const group = { principal: principalOf(service), resource: 'group', name: topicPrefix + service } as const;
      allow({ ...group, pattern: 'literal', operation: 'Read' });
    }
  }
  return [...rules.values(), ...provisioning(topicPrefix)];
}

export const principalOf = (service: string): string => `User:accord-${service}`;

function provisioning(topicPrefix: string): AclRule[] {
  const operations = ['Create', 'Write', 'Describe', 'DescribeConfigs', 'AlterConfigs'] as const;
  const topics =
    topicPrefix === ''
      ? { name: '*', pattern: 'literal' as const }
      : { name: topicPrefix, pattern: 'prefixed' as const };
  return operations.map((operation) => ({
    principal: PROVISIONING_PRINCIPAL,
    resource: 'topic',
    ...topics,
    operation,
  }));
}

/** The arguments of Kafka's `kafka-acls.sh` that add one rule. */
export const aclArguments = ({ principal, resource, name, pattern, operation }: AclRule): readonly string[] => [
  '--add',
  '--allow-principal',
  principal,
  '--operation',
  operation,
  ...(resource === 'cluster' ? ['--cluster'] : [`--${resource}`, name]),
  '--resource-pattern-type',
  pattern,
];
