import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DEFAULT_WEEK, faultOfShifts, forbidden, invalid, notFound, stale } from '../../kernel/index.ts';
import { type Actor, rightsOf, seesPerson } from '../../people/index.ts';
import { Audit, differences } from '../../platform/audit/audit.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { textOfWeek, weekOfText } from '../calendar-text.rules.ts';
import { daysViewOf } from '../week-view.ts';
import type { HoursView, OwnHoursListView, OwnHoursView, SetHours, SettledByView } from './hours.dto.ts';
import { ORGANISATION_ID } from './working-hours.entity.ts';

/** Whose working time: the organisation's (its id is all zeros), a team's or a person's. */
export interface Subject {
  readonly level: 'organisation' | 'team' | 'person';
  readonly id: string;
}

/** The organisation as a subject. */
export const ORGANISATION: Subject = { level: 'organisation', id: ORGANISATION_ID };

interface LineRow {
  id: string;
  level: Subject['level'];
  name: string;
  week: string | null;
  region: string | null;
  version: number;
}

// From the person or the team upwards to the organisation.
const lineOf = statement(
  'hours_line',
  `WITH RECURSIVE line(id, depth) AS (
     SELECT CASE WHEN $1 = 'team' THEN $2::uuid ELSE (SELECT p.team_id FROM people p WHERE p.id = $2) END, 1 WHERE $1 <> 'organisation'
     UNION ALL SELECT t.parent_id, l.depth + 1 FROM line l JOIN teams t ON t.id = l.id WHERE t.parent_id IS NOT NULL AND l.depth < 100
   ), found AS (
     SELECT p.id, 'person' AS level, p.name, 0 AS depth FROM people p WHERE $1 = 'person' AND p.id = $2
     UNION ALL SELECT t.id, 'team', t.name, l.depth FROM line l JOIN teams t ON t.id = l.id
     UNION ALL SELECT '${ORGANISATION_ID}', 'organisation', '', 1000 FROM organisation
   )
   SELECT f.id, f.level, f.name, w.week, w.region, coalesce(w.version, 0) AS version FROM found f LEFT JOIN working_hours w ON w.id = f.id ORDER BY f.depth`,
);
const ownHours = statement(
  'own_hours',
  `SELECT w.id, CASE WHEN w.person_id IS NULL THEN 'team' ELSE 'person' END AS level, coalesce(p.name, t.name) AS name, w.week, w.region FROM working_hours w
   LEFT JOIN people p ON p.id = w.person_id LEFT JOIN teams t ON t.id = w.team_id
   WHERE (w.person_id IS NOT NULL OR w.team_id IS NOT NULL) AND (w.week IS NOT NULL OR w.region IS NOT NULL) AND ($1::uuid[] IS NULL OR w.person_id = ANY($1::uuid[])) ORDER BY level DESC, name, w.id`,
);
const settle = statement('settle_hours', 'INSERT INTO working_hours (id, team_id, person_id, week, region) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING RETURNING id');
const change = statement('change_hours', 'UPDATE working_hours SET week = $3, region = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id');

/** Working hours and holiday regions of the organisation, of teams and of people: the nearest that is settled counts. */
@Injectable()
export class Hours {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** What is settled for the subject, and what holds otherwise; 404 for a person whom the actor may not see. */
  of(actor: Actor, subject: Subject): Promise<HoursView> {
    return this.read(this.source, actor, subject);
  }

  /** Teams and people with working time of their own. */
  async all(actor: Actor): Promise<OwnHoursListView> {
    const isManager = rightsOf(actor.roles).includes('settings.manage');
    const found = await rows<Omit<OwnHoursView, 'week'> & { week: string | null }>(this.source, ownHours, [isManager || actor.sees.all ? null : [actor.personId, ...actor.sees.ownerIds]]);
    return { items: found.map(({ week, ...rest }) => ({ ...rest, week: week === null ? null : daysViewOf(weekOfText(week)) })) };
  }

  /** Settles them from the version that was read (0: nothing was settled); the organisation and teams by administrators, a person by themselves or who leads them. */
  set(actor: Actor, subject: Subject, version: number, given: SetHours): Promise<HoursView> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.read(tx, actor, subject);
      if (!before.canChange) throw forbidden();
      const week = weekTextOf(given);
      const { level, id } = subject;
      const written = version === 0
        ? await rows(tx, settle, [id, level === 'team' ? id : null, level === 'person' ? id : null, week, given.region])
        : await rows(tx, change, [id, version, week, given.region]);
      if (written.length === 0) throw stale();
      const after = await this.read(tx, actor, subject);
      await this.audit.record(tx, actor, 'working_hours.changed', level === 'organisation' ? null : id, { level, ...differences({ week: before.week, region: before.region }, { week: after.week, region: after.region }) });
      return after;
    });
  }

  private async read(on: DataSource | EntityManager, actor: Actor, subject: Subject): Promise<HoursView> {
    if (subject.level === 'person' && !seesPerson(actor, subject.id) && !rightsOf(actor.roles).includes('settings.manage')) throw notFound();
    const line = await rows<LineRow>(on, lineOf, [subject.level, subject.id]);
    const [own, ...above] = line;
    if (own?.id !== subject.id) throw notFound();
    const [week, region] = [above.find((row) => row.week !== null), above.find((row) => row.region !== null)];
    return {
      week: own.week === null ? null : daysViewOf(weekOfText(own.week)), region: own.region,
      inheritedWeek: daysViewOf(week?.week == null ? DEFAULT_WEEK : weekOfText(week.week)), inheritedRegion: region?.region ?? '',
      weekFrom: settledBy(own.week === null ? week : own), regionFrom: settledBy(own.region === null ? region : own),
      canChange: mayChange(actor, subject), version: own.version,
    };
  }
}

const settledBy = (row: LineRow | undefined): SettledByView => (row ? { level: row.level, name: row.name } : { level: 'default', name: '' });

function mayChange(actor: Actor, { level, id }: Subject): boolean {
  const rights = rightsOf(actor.roles);
  return rights.includes('settings.manage') || (level === 'person' && (id === actor.personId || (rights.includes('customers.assign') && seesPerson(actor, id))));
}

function weekTextOf({ week }: SetHours): string | null {
  if (week === null) return null;
  if (week.length !== 7) throw invalid('week', 'bad_value');
  week.forEach(({ shifts }, day) => {
    const fault = faultOfShifts(shifts);
    if (fault) throw invalid(`week.${day}.shifts.${fault.at}.${fault.code === 'shifts_overlap' ? 'from' : 'until'}`, fault.code);
  });
  // Somebody who never works would have no next working day, and so no due date.
  if (week.every(({ shifts }) => shifts.length === 0)) throw invalid('week', 'no_working_day');
  return textOfWeek(week.map(({ shifts }) => shifts));
}
