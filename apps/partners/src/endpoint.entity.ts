import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a partner receives. */
@Entity({ name: 'endpoint' })
export class EndpointEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'partner_id' }) partnerId!: string;
  @Column('text') url!: string;
  @Column('text') format!: 'canonical-json';
  @Column('text') signing!: 'hmac' | 'ed25519';
  @Column('integer', { name: 'secrets_version' }) secretsVersion!: number;
  @Column('boolean') paused!: boolean;
}
