import type { Condition, PartnerCategory } from '@accord/contracts/code-lists';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A portal of the directory. */
@Entity({ name: 'partner' })
export class PartnerEntity {
  @PrimaryColumn('text', { name: 'partner_id' }) id!: string;
  @Column('integer') version!: number;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) website!: string | null;
  @Column('text', { array: true }) roles!: ('outlet' | 'source')[];
  @Column('text') category!: PartnerCategory;
  @Column('text') status!: 'active' | 'suspended' | 'closed';
  @Column('text', { array: true }) declared!: Condition[];
  @Column('text', { array: true }) confirmed!: Condition[];
  @Column('integer') concurrency!: number;
  @Column('double precision', { name: 'rate_per_second' }) ratePerSecond!: number;
  /** The version of its own terms that is in force, 0 for none, and the last one with a material change. */
  @Column('integer', { name: 'terms_version' }) termsVersion!: number;
  @Column('integer', { name: 'terms_material' }) termsMaterial!: number;
  @Column('boolean') halted!: boolean;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}
