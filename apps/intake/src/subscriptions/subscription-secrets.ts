import type { WebhookSecret } from '@accord/receipts/webhook-signature';
import { CONFIG } from '@accord/service/kit.module';
import { newSecret, SecretVault } from '@accord/service/secret-vault';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';

import { derivedSecret } from '../contact-vault.js';
import type { IntakeConfig } from '../intake.config.js';
import type { ShownSecret, SubscriptionView } from './bodies.js';

interface SecretRow {
  readonly id: string;
  readonly subscription_id: string;
  readonly kind: WebhookSecret['kind'];
  readonly sealed: Buffer;
  readonly created_at: Date;
  readonly not_after: Date | null;
}

/** What signs webhooks to employers: shown once, encrypted at rest, with an overlap when it changes. */
@Injectable()
export class SubscriptionSecrets {
  private readonly vault: SecretVault;

  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: IntakeConfig,
  ) {
    this.vault = new SecretVault(derivedSecret(config.CONTACT_VAULT_KEY, 'accord intake subscription secrets'));
  }

  /** A new secret; the one before goes on signing beside it for the overlap, older ones end now. */
  async rotate(tx: EntityManager, subscription: string, kind: WebhookSecret['kind']): Promise<ShownSecret> {
    const made = newSecret(kind);
    const id = uuid();
    await tx.query('delete from subscription_secret where subscription_id = $1 and not_after is not null', [
      subscription,
    ]);
    await tx.query(
      `update subscription_secret set not_after = clock_timestamp() + $2 * interval '1 hour' where subscription_id = $1`,
      [subscription, this.config.ROTATION_OVERLAP_H],
    );
    await tx.query('insert into subscription_secret (id, subscription_id, kind, sealed) values ($1, $2, $3, $4)', [
      id,
      subscription,
      kind,
      this.vault.seal(subscription, made.signing),
    ]);
    return { id, kind, secret: made.verifying };
  }

  /** Every secret in force, the newest first, for signing. */
  async signingOf(subscriptions: readonly string[]): Promise<ReadonlyMap<string, readonly WebhookSecret[]>> {
    const rows = await this.inForce(subscriptions);
    return Map.groupBy(
      rows.map((row) => ({
        subscription: row.subscription_id,
        kind: row.kind,
        key: this.vault.unseal(row.subscription_id, row.sealed),
      })),
      ({ subscription }) => subscription,
    );
  }

  /** What their employer may see of them. */
  async shownOf(subscriptions: readonly string[]): Promise<ReadonlyMap<string, SubscriptionView['secrets']>> {
    const rows = await this.inForce(subscriptions);
    const ids = Map.groupBy(rows, ({ subscription_id: id }) => id);
    return new Map([...ids].map(([id, own]) => [id, own.map(viewOf)]));
  }

  private inForce(subscriptions: readonly string[]): Promise<SecretRow[]> {
    return this.db.query(
      `select * from subscription_secret
        where subscription_id = any($1) and (not_after is null or not_after > clock_timestamp())
        order by not_after nulls first`,
      [subscriptions],
    );
  }
}

const viewOf = ({ id, kind, created_at: createdAt, not_after: notAfter }: SecretRow) => ({
  id,
  kind,
  createdAt: createdAt.toISOString(),
  ...(notAfter !== null && { until: notAfter.toISOString() }),
});
