import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/index.ts';
import { Plan } from '../plan.entity.ts';
import type { Snapshot } from './snapshot.rules.ts';

/** A plan as it was submitted; never changed afterwards. */
@Entity('plan_versions')
export class PlanVersion {
  @ForeignKey(() => Plan, { name: 'versioned_plan_exists' })
  @PrimaryColumn('uuid')
  planId: string;

  /** 1, 2, 3 … in the order of submission. */
  @PrimaryColumn('int')
  number: number;

  @Column('timestamptz')
  takenAt: Date;

  @ForeignKey(() => Person, { name: 'version_person_exists' })
  @Column('uuid')
  takenById: string;

  @Column('jsonb')
  snapshot: Snapshot;
}
