import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One thing that somebody did, written in the transaction that did it. */
@Entity('audit_entries')
@Index('audit_of_a_subject', ['subjectId', 'at'])
@Index('audit_by_time', ['at'])
export class AuditEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  /** Null when the system acted by itself. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  /** A verb in the past on a subject: `customer.archived`. */
  @Column('varchar', { length: 60 })
  action: string;

  @Column('uuid', { nullable: true })
  subjectId: string | null;

  /** What changed: `{property: [before, after]}`, or facts of the action. */
  @Column('jsonb', { default: {} })
  details: Record<string, unknown>;
}
