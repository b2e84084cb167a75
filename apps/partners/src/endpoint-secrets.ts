import type { EndpointSecrets as Answer } from '@accord/contracts/internal/keys';
import { CONFIG } from '@accord/service/kit.module';
import { newSecret, SecretVault } from '@accord/service/secret-vault';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';

import { EndpointEntity } from './endpoint.entity.js';
import type { PartnersConfig } from './partners.config.js';

interface SecretRow {
  readonly endpoint_id: string;
  readonly secrets_version: number;
  readonly kind: 'hmac' | 'ed25519';
  readonly sealed: Buffer;
}

/** A secret as its partner sees it, once. */
export interface ShownSecret {
  readonly id: string;
  readonly kind: 'hmac' | 'ed25519';
  /** `whsec_…`, or the public key in PEM: what verifies. */
  readonly secret: string;
}

/** Makes, rotates and hands out the secrets that webhooks are signed with. */
@Injectable()
export class EndpointSecrets {
  private readonly vault: SecretVault;

  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: PartnersConfig,
  ) {
    this.vault = new SecretVault(config.ENDPOINT_SECRETS_KEY);
  }

  /** A new secret beside the present one, which goes on signing for the overlap; older ones end now. */
  async rotate(tx: EntityManager, endpoint: Pick<EndpointEntity, 'id' | 'signing'>): Promise<ShownSecret> {
    const made = newSecret(endpoint.signing);
    const id = uuid();
    await tx.query('delete from endpoint_secret where endpoint_id = $1 and not_after is not null', [endpoint.id]);
    await tx.query(
      `update endpoint_secret set not_after = clock_timestamp() + $2 * interval '1 hour' where endpoint_id = $1`,
      [endpoint.id, this.config.ROTATION_OVERLAP_H],
    );
    await tx.query('insert into endpoint_secret (id, endpoint_id, kind, sealed) values ($1, $2, $3, $4)', [
      id,
      endpoint.id,
      made.kind,
      this.vault.seal(endpoint.id, made.signing),
    ]);
    return { id, kind: made.kind, secret: made.verifying };
  }

  /** For a publisher, audited: who asked, for which endpoints. */
  async handOut(endpoints: readonly string[], service: string): Promise<Answer> {
    await this.db.query('insert into secret_access (service, endpoints) values ($1, $2)', [service, endpoints]);
    const rows: SecretRow[] = await this.db.query(
      `select s.endpoint_id, e.secrets_version, s.kind, s.sealed from endpoint_secret s join endpoint e on e.id = s.endpoint_id
        where s.endpoint_id = any($1) and (s.not_after is null or s.not_after > clock_timestamp())
        order by s.not_after nulls first`,
      [endpoints],
    );
    const known = [...new Set(rows.map(({ endpoint_id: id }) => id))];
    return {
      endpoints: known.map((id) => {
        const own = rows.filter((row) => row.endpoint_id === id);
        const secrets = own.map(({ kind, sealed }) => ({ kind, key: this.vault.unseal(id, sealed) }));
        return { id, secretsVersion: own[0]?.secrets_version ?? 1, secrets };
      }),
    };
  }
}
