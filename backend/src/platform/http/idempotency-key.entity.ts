import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The stored answer of a request that must happen once. */
@Entity('idempotency_keys')
export class IdempotencyKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_answer_per_idempotency_key' })
  personId: string;

  @PrimaryColumn('varchar', { length: 64, primaryKeyConstraintName: 'one_answer_per_idempotency_key' })
  key: string;

  /** SHA-256 over method, path and body. */
  @Column('bytea')
  fingerprint: Buffer;

  @Column('jsonb')
  answer: unknown;

  @Index('idempotency_keys_by_time')
  @Column('timestamptz')
  createdAt: Date;
}
