import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Absences, Calendar, WorkingCalendars, returnsOf } from '../calendar/index.ts';
import { daysBetween, invalid, notFound, startOfDay } from '../kernel/index.ts';
import { type Actor, rightsOf, seesPerson } from '../people/index.ts';
import { Clock } from '../platform/clock.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { MOST_OF_A_KIND, entriesOf, viewOf } from './entries.ts';
import type { CalendarPersonView, CalendarTeamView, CalendarsView, ScheduleQuery, ScheduleView } from './schedule.dto.ts';
import { type Whose, whoseOf } from './whose.ts';

const LONGEST_DAYS = 62;

const membersOfTeam = statement(
  'calendar_members_of_team',
  `SELECT id FROM people WHERE team_id = $1 AND state <> 'invited' AND ($2::uuid[] IS NULL OR id = ANY($2::uuid[]))`,
);
const peopleSeen = statement(
  'calendar_people',
  `SELECT p.id, p.name, t.id AS "teamId", t.name AS "teamName" FROM people p LEFT JOIN teams t ON t.id = p.team_id AND t.archived_at IS NULL
   WHERE p.state = 'active' AND ($1::uuid[] IS NULL OR p.id = ANY($1::uuid[])) ORDER BY p.name, p.id`,
);

/** A person's calendar: one read over touchpoints, events, tasks and decisions that wait. */
@Injectable()
export class Schedule {
  constructor(
    private readonly source: DataSource,
    private readonly calendar: Calendar,
    private readonly workingCalendars: WorkingCalendars,
    private readonly absences: Absences,
    private readonly clock: Clock,
  ) {}

  /** The calendars of one or several people in `[from, until)`, at most 62 days; 404 for whom the actor may not see. */
  async read(actor: Actor, { from, until, whose }: ScheduleQuery): Promise<ScheduleView> {
    if (until <= from) throw invalid('until', 'ends_before_it_starts');
    if (daysBetween(from, until) > LONGEST_DAYS) throw invalid('until', 'period_too_long', { days: LONGEST_DAYS });
    const asked = whoseOf(whose);
    const ownerIds = await this.ownersOf(actor, asked);
    const { timeZone } = actor;
    const window = { ownerIds, from, until, startsAt: startOfDay(from, timeZone), endsAt: startOfDay(until, timeZone), now: this.clock.now() };
    const [{ week, days }, kinds, absences, calendars] = await Promise.all([
      this.calendar.between(actor, from, until, asked.kind === 'team' ? undefined : ownerIds[0]), entriesOf(this.source, actor, window),
      this.absences.ofPeople(actor, ownerIds, from, until), this.workingCalendars.keptByPeople(this.source, ownerIds),
    ]);
    const returns = new Map([...calendars].map(([id, { absences: away, calendar }]) => [id, returnsOf(away, calendar)]));
    const seen = { now: window.now, canWork: rightsOf(actor.roles).includes('contacts.work'), returns };
    const entries = kinds.flatMap((found) => found.slice(0, MOST_OF_A_KIND).map((row) => viewOf(row, seen)));
    return { from, until, timeZone, week, days, absences, entries, isCut: kinds.some((found) => found.length > MOST_OF_A_KIND) };
  }

  /** Whose calendars the actor may open besides their own. */
  async calendars(actor: Actor): Promise<CalendarsView> {
    const seen = await rows<CalendarPersonView & { teamId: string | null; teamName: string | null }>(this.source, peopleSeen, [seenIds(actor)]);
    const teams = new Map<string, CalendarTeamView>();
    for (const { teamId, teamName } of seen) if (teamId && teamName) teams.set(teamId, { id: teamId, name: teamName });
    const people = seen.filter(({ id }) => id !== actor.personId).map(({ id, name }) => ({ id, name }));
    return { people, teams: people.length ? [...teams.values()].sort((a, b) => a.name.localeCompare(b.name)) : [] };
  }

  private async ownersOf(actor: Actor, whose: Whose): Promise<string[]> {
    if (whose.kind === 'me') return [actor.personId];
    if (whose.kind === 'person') {
      if (!seesPerson(actor, whose.id)) throw notFound();
      return [whose.id];
    }
    const members = await rows<{ id: string }>(this.source, membersOfTeam, [whose.id, seenIds(actor)]);
    if (members.length === 0) throw notFound();
    return members.map(({ id }) => id);
  }
}

/** The people whose calendars the actor sees; null means everybody. */
const seenIds = (actor: Actor): readonly string[] | null => (actor.sees.all ? null : [actor.personId, ...actor.sees.ownerIds]);
