import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingCalendars } from '../../calendar/index.ts';
import { type LocalDate, daysBetween, decodeCursor, invalid, localDateOf, pageOf } from '../../kernel/index.ts';
import { type Actor, seesPerson } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows } from '../../platform/database/statements.ts';
import { MOST_CONTACTS, PRESSURE_DAYS, mustSeePlan } from '../../plans/index.ts';
import { stretchesAway } from './absence.rules.ts';
import type { CoveragePageQuery, CoverageScope, CoverageTouchpointView, CoverageTouchpointsPage, OverContactedPage, OverContactedView, OwnerAbsentPage, OwnerAbsentView } from './coverage.dto.ts';
import { absentPeople, overContacted, ownerAbsent, touchpointsIn } from './coverage.statements.ts';
import { CoverageFiles } from './files.ts';

const PAGE = 50;
const CSV_PAGE = 2_000;
const MOST_DAYS = 371;
// Every communication of the period is looked at.
const MOST_PRESSURE_DAYS = 92;
const NIL = '00000000-0000-0000-0000-000000000000';
const FIRST = ['1900-01-01', NIL] as const;
// Less than any number of contacts, turned round.
const WORST = [-1_000_000_000, '', NIL] as const;

type Behind = readonly unknown[];
type Pressured = OverContactedView & { sortName: string };

/** The lists behind the heat map: what is planned, customers who heard from us too often, and contacts whose owner is not there to make them. */
@Injectable()
export class Coverage {
  constructor(
    private readonly source: DataSource,
    private readonly calendars: WorkingCalendars,
    private readonly files: CoverageFiles,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Planned contacts in the scope by due day: what a number of the heat map counts. */
  async touchpoints(actor: Actor, given: CoveragePageQuery): Promise<CoverageTouchpointsPage> {
    await this.check(actor, given);
    const { text, values } = touchpointsIn(actor);
    const whose = given.planId || actor.sees.all ? null : [...actor.sees.ownerIds, actor.personId];
    const found = await rows<CoverageTouchpointView & Record<string, unknown>>(this.source, text, [...scopeOf(given), ...behind(given.after), PAGE + 1, whose, ...values]);
    return page(found);
  }

  /** Customers with too many outbound communications in any seven days of the period. */
  async overContacted(actor: Actor, given: CoveragePageQuery): Promise<OverContactedPage> {
    await this.check(actor, given, MOST_PRESSURE_DAYS);
    const after = given.after === undefined ? WORST : decodeCursor(given.after, ['integer', 'text', 'uuid']);
    const { items, next } = pageOf(await this.pressured(actor, given, after, PAGE + 1), PAGE, ({ contacts, sortName, customerId }) => [-contacts, sortName, customerId]);
    return { most: MOST_CONTACTS, days: PRESSURE_DAYS, items: items.map(({ sortName: _sorted, ...row }) => row), next };
  }

  /** Open contacts whose owner is away for all of their window, or works here no more. */
  async ownerAbsent(actor: Actor, given: CoveragePageQuery): Promise<OwnerAbsentPage> {
    await this.check(actor, given);
    return page(await this.absent(actor, given, behind(given.after), PAGE + 1));
  }

  /** All customers who heard from us too often, as CSV, written down in the audit. */
  async overContactedFile(actor: Actor, given: CoverageScope): Promise<StreamableFile> {
    await this.check(actor, given, MOST_PRESSURE_DAYS);
    await this.audit.record(this.source.manager, actor, 'coverage.over_contacted_exported', given.planId ?? actor.personId, { ...given });
    return this.files.overContacted(actor, this.all(CSV_PAGE, WORST, (after, most) => this.pressured(actor, given, after, most), ({ contacts, sortName, customerId }) => [-contacts, sortName, customerId]));
  }

  /** All open contacts whose owner is absent, as CSV. */
  async ownerAbsentFile(actor: Actor, given: CoverageScope): Promise<StreamableFile> {
    await this.check(actor, given);
    await this.audit.record(this.source.manager, actor, 'coverage.owner_absent_exported', given.planId ?? actor.personId, { ...given });
    return this.files.ownerAbsent(actor, this.all(CSV_PAGE, FIRST, (after, most) => this.absent(actor, given, after, most), ({ dueOn, touchpointId }) => [dueOn, touchpointId]));
  }

  private async check(actor: Actor, { from, until, planId, ownerId }: CoverageScope, most = MOST_DAYS): Promise<void> {
    if (until <= from) throw invalid('until', 'ends_before_it_starts');
    if (daysBetween(from, until) > most) throw invalid('until', 'period_too_long', { days: most });
    if (planId) await mustSeePlan(this.source.manager, actor, planId);
    else if (ownerId && !seesPerson(actor, ownerId)) throw invalid('ownerId', 'unknown_person');
  }

  private pressured(actor: Actor, given: CoverageScope, after: Behind, most: number): Promise<Pressured[]> {
    const { text, values } = overContacted(actor);
    return rows<Pressured & Record<string, unknown>>(this.source, text, [...scopeOf(given), ...after, MOST_CONTACTS, PRESSURE_DAYS, most, ...values]);
  }

  private async absent(actor: Actor, given: CoverageScope, after: Behind, most: number): Promise<OwnerAbsentView[]> {
    const today = localDateOf(this.clock.now(), actor.organisation.timeZone);
    const away = await rows<{ id: string; isActive: boolean }>(this.source, absentPeople, [given.from < today ? given.from : today, given.until > today ? given.until : today]);
    if (away.length === 0) return [];
    const kept = await this.calendars.keptByPeople(this.source, away.filter(({ isActive }) => isActive).map(({ id }) => id));
    const stretches = [...kept].flatMap(([personId, { calendar, absences }]) => stretchesAway(absences.filter(({ untilOn }) => untilOn > today), calendar).map((stretch) => ({ personId, ...stretch })));
    const { text, values } = ownerAbsent(actor);
    const lists = [away.map(({ id }) => id), stretches.map(({ personId }) => personId), stretches.map(({ fromOn }) => fromOn), stretches.map(({ untilOn }) => untilOn)];
    return rows<OwnerAbsentView & Record<string, unknown>>(this.source, text, [...scopeOf(given), ...after, most, ...lists, today, ...values]);
  }

  private async *all<T>(size: number, first: Behind, read: (after: Behind, most: number) => Promise<T[]>, keysOf: (row: T) => Behind): AsyncGenerator<T[]> {
    for (let after: Behind | null = first; after; ) {
      const found: T[] = await read(after, size);
      if (found.length) yield found;
      const last: T | undefined = found.at(-1);
      after = last !== undefined && found.length === size ? keysOf(last) : null;
    }
  }
}

const scopeOf = ({ from, until, planId, teamId, ownerId }: CoverageScope): unknown[] => [from, until, planId ?? null, teamId ?? null, ownerId ?? null];
const behind = (after?: string): Behind => (after === undefined ? FIRST : decodeCursor(after, ['date', 'uuid']));

function page<T extends { readonly dueOn: LocalDate; readonly touchpointId: string }>(found: readonly T[]): { items: T[]; next: string | null } {
  const { items, next } = pageOf(found, PAGE, ({ dueOn, touchpointId }) => [dueOn, touchpointId]);
  return { items: [...items], next };
}
