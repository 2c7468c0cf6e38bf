import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { addDays, daysBetween, forbidden, invalid, notFound } from '../../kernel/index.ts';
import { type Actor, rightsOf, seesPerson } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import type { AbsenceView, AbsencesView, EnterAbsence } from './absences.dto.ts';

const LONGEST_DAYS = 800;

const VIEW = `SELECT a.id, a.person_id AS "personId", p.name AS "personName", to_char(a.from_on, 'YYYY-MM-DD') AS "from", to_char(a.until_on, 'YYYY-MM-DD') AS "until", a.half, a.kind, a.note
  FROM absences a JOIN people p ON p.id = a.person_id WHERE a.withdrawn_at IS NULL`;
const ofPeople = statement('absences_of_people', `${VIEW} AND a.person_id = ANY($1::uuid[]) AND a.until_on > $2::date AND a.from_on < $3::date ORDER BY a.from_on, p.name, a.id`);
const one = statement('absence', `${VIEW} AND a.id = $1`);
// Whoever enters an absence of somebody works one after the other: two at once would not see that they overlap.
const lockPerson = statement('absent_person', `SELECT 1 FROM people WHERE id = $1 AND state <> 'invited' FOR NO KEY UPDATE`);
const overlapping = statement(
  'overlapping_absence',
  `${VIEW} AND a.person_id = $1 AND a.from_on < $3::date AND a.until_on > $2::date AND NOT (a.half IS NOT NULL AND $4::varchar IS NOT NULL AND a.half <> $4) ORDER BY a.from_on LIMIT 1`,
);
const insert = statement(
  'absence_entered',
  'INSERT INTO absences (id, person_id, from_on, until_on, half, kind, note, created_at, created_by_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
);
const withdraw = statement('absence_withdrawn', 'UPDATE absences SET withdrawn_at = $2, withdrawn_by_id = $3 WHERE id = $1 AND withdrawn_at IS NULL RETURNING id');

type AbsenceRow = Omit<AbsenceView, 'canWithdraw'>;

/** When people are away: entered by themselves or by who leads them. Their days off are closed days of their calendar. */
@Injectable()
export class Absences {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A person's absences that end after `from`; 404 for whom the actor may not see. */
  async of(actor: Actor, personId: string, from = '1900-01-01'): Promise<AbsencesView> {
    if (!seesPerson(actor, personId)) throw notFound();
    return { items: await this.ofPeople(actor, [personId], from, '2200-01-01') };
  }

  /** The absences of several people that touch `[from, until)`; who asks has checked that the actor may see them. */
  async ofPeople(actor: Actor, personIds: readonly string[], from: string, until: string): Promise<AbsenceView[]> {
    const found = await rows<AbsenceRow>(this.source, ofPeople, [personIds, from, until]);
    return found.map((row) => ({ ...row, canWithdraw: mayHandle(actor, row.personId) }));
  }

  /** Enters an absence in the transaction of who asked; refuses one that overlaps another with `absence_overlaps` and that one's first and last day. */
  async enter(tx: EntityManager, actor: Actor, given: EnterAbsence): Promise<AbsenceView> {
    const { personId, from, until, half = null, kind, note = '' } = given;
    if (!seesPerson(actor, personId)) throw notFound();
    if (!mayHandle(actor, personId)) throw forbidden();
    if (until <= from) throw invalid('until', 'ends_before_it_starts');
    if (daysBetween(from, until) > LONGEST_DAYS) throw invalid('until', 'period_too_long', { days: LONGEST_DAYS });
    if (half !== null && daysBetween(from, until) !== 1) throw invalid('half', 'half_of_one_day');
    if ((await rows(tx, lockPerson, [personId])).length === 0) throw notFound();
    const [other] = await rows<AbsenceRow>(tx, overlapping, [personId, from, until, half]);
    if (other) throw invalid('from', 'absence_overlaps', { from: other.from, lastDay: addDays(other.until, -1) });
    const id = newId();
    await rows(tx, insert, [id, personId, from, until, half, kind, note, this.clock.now(), actor.personId]);
    await this.audit.record(tx, actor, 'absence.entered', personId, { absenceId: id, from, until, half, kind });
    return this.view(tx, actor, id);
  }

  /** The person is there after all; what became of their touchpoints stays as it is. 404 when it was withdrawn already. */
  withdraw(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const { personId, from, until } = await this.view(tx, actor, id);
      if (!mayHandle(actor, personId)) throw forbidden();
      if ((await rows(tx, withdraw, [id, this.clock.now(), actor.personId])).length === 0) throw notFound();
      await this.audit.record(tx, actor, 'absence.withdrawn', personId, { absenceId: id, from, until });
    });
  }

  private async view(tx: EntityManager, actor: Actor, id: string): Promise<AbsenceView> {
    const [row] = await rows<AbsenceRow>(tx, one, [id]);
    if (!row || !seesPerson(actor, row.personId)) throw notFound();
    return { ...row, canWithdraw: mayHandle(actor, row.personId) };
  }
}

/** Whether the actor may enter and withdraw a person's absences, and hand on their touchpoints: themselves, or who leads them. */
export const mayHandle = (actor: Actor, personId: string): boolean =>
  personId === actor.personId || (seesPerson(actor, personId) && rightsOf(actor.roles).some((right) => right === 'customers.assign' || right === 'people.manage'));
