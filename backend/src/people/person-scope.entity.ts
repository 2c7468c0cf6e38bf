import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity.ts';

/**
 * What a person's data scope comes to today: whose customers and which teams' customers they see.
 * Derived from people and teams, rewritten in the transaction that changes either.
 */
@Entity('person_scopes')
export class PersonScope {
  @ForeignKey(() => Person, { name: 'scope_person_exists', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  personId: string;

  @Column('boolean')
  seesAll: boolean;

  @Column('uuid', { array: true })
  ownerIds: string[];

  @Column('uuid', { array: true })
  teamIds: string[];
}
