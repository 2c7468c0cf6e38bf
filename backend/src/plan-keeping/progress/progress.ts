import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type LocalDate, type Rate, decodeCursor, localDateOf, nameIn, pageOf, rate } from '../../kernel/index.ts';
import { type Actor, Person } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../platform/csv/csv.ts';
import { freshRows, rows } from '../../platform/database/statements.ts';
import { type Plan, PlanItem, mustSeePlan } from '../../plans/index.ts';
import { OBSTACLES } from '../expansion/planned-contacts.ts';
import type { ShareView } from '../../platform/http/share.dto.ts';
import { paceOf } from './pace.rules.ts';
import type { ClosingPreviewView, ExpansionView, FiguresView, NotReachedFilter, NotReachedPage, NotReachedQuery, NotReachedRow, PlanProgressView } from './progress.dto.ts';
import { expansionOf, figuresOf, notReachedOf, openOf } from './progress.statements.ts';
import { HEADS } from './words.ts';

const PAGE = 50;
const CSV_PAGE = 1_000;
const START = ['', '00000000-0000-0000-0000-000000000000'] as const;

type Counts = Pick<FiguresView, 'planned' | 'due' | 'kept' | 'late' | 'punctual' | 'missed' | 'cancelled' | 'open'>;
type Counted = Counts & { itemId: string | null; personId: string | null; level: number; audience: number; reached: number };
type NotReached = NotReachedRow & { sortName: string };

const NOTHING: Counts = { planned: 0, due: 0, kept: 0, late: 0, punctual: 0, missed: 0, cancelled: 0, open: 0 };
// What GROUPING answers for rows of one item, of one person, and of all; rows above hold the reach.
const [BY_ITEM, BY_PERSON, IN_ALL] = [1, 2, 3];

/** How far plans are kept. Every number is counted over the customers that the reader sees. */
@Injectable()
export class Progress {
  constructor(
    private readonly source: DataSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The whole of it; 404 for a plan that the actor does not see. */
  async of(actor: Actor, planId: string): Promise<PlanProgressView> {
    const plan = await mustSeePlan(this.source.manager, actor, planId);
    const asOf = this.today(actor);
    // What was done for an item that the plan has lost still counts in its totals.
    const items = await this.source.manager.find(PlanItem, { where: { planId }, order: { position: 'ASC', id: 'ASC' }, withDeleted: true });
    const present = items.filter(({ removedAt }) => removedAt === null);
    const { text, values } = figuresOf(actor);
    const counted = await freshRows<Counted>(this.source, text, [items.map(({ id }) => id), present.map(({ id }) => id), asOf, ...values]);
    const reachIn = (id: string | null): ShareView => { const found = counted.find(({ level, itemId }) => level > IN_ALL && itemId === id); return shareOf(rate(found?.reached ?? 0, found?.audience ?? 0)); };
    const byItem = new Map(counted.filter(({ level }) => level === BY_ITEM).map((row) => [row.itemId, row]));
    const total = counted.find(({ level }) => level === IN_ALL) ?? NOTHING;
    const goal = items.reduce((sum, { id, targetCount }) => { const planned = byItem.get(id)?.planned ?? 0; return sum + Math.min(targetCount ?? planned, planned); }, 0);
    return {
      expansion: await this.expansion(plan), asOf, total: viewOf(total), pace: paceOf({ kept: total.kept, goal }, plan, asOf), reach: reachIn(null),
      items: present.map(({ id }) => ({ itemId: id, ...viewOf(byItem.get(id) ?? NOTHING), reach: reachIn(id) })),
      people: counted.flatMap((row) => (row.level === BY_PERSON && row.personId ? [{ personId: row.personId, ...viewOf(row) }] : [])).sort((a, b) => b.planned - a.planned || (a.personId < b.personId ? -1 : 1)),
    };
  }

  /** A page of the customers that the plan has not reached yet. */
  async notReached(actor: Actor, planId: string, { after, ...filter }: NotReachedQuery): Promise<NotReachedPage> {
    await mustSeePlan(this.source.manager, actor, planId);
    const { items, next } = pageOf(await this.page(actor, planId, filter, after === undefined ? START : decodeCursor(after, ['text', 'uuid']), PAGE + 1), PAGE, ({ sortName, customerId }) => [sortName, customerId]);
    return { items: items.map(({ sortName: _sorted, ...row }) => row), next };
  }

  /** All of them as CSV, written down in the audit. */
  async notReachedFile(actor: Actor, planId: string, filter: NotReachedFilter): Promise<StreamableFile> {
    const plan = await mustSeePlan(this.source.manager, actor, planId);
    await this.audit.record(this.source.manager, actor, 'plan.not_reached_exported', planId, { name: plan.name });
    const people = new Map((await this.source.getRepository(Person).find({ select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
    const text = Readable.from(this.lines(actor, planId, filter, people), { objectMode: false });
    return new StreamableFile(text, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="not-reached-${this.today(actor)}.csv"` });
  }

  /** What closing it would cancel. */
  async closing(actor: Actor, planId: string): Promise<ClosingPreviewView> {
    await mustSeePlan(this.source.manager, actor, planId);
    const [found] = await rows<{ open: number; due: number }>(this.source, openOf, [planId, this.today(actor)]);
    return { open: found?.open ?? 0, due: found?.due ?? 0 };
  }

  private today({ organisation }: Actor): LocalDate {
    return localDateOf(this.clock.now(), organisation.timeZone);
  }

  private page(actor: Actor, planId: string, { ownerId, itemId }: NotReachedFilter, after: readonly unknown[], most: number): Promise<NotReached[]> {
    const { text, values } = notReachedOf(actor);
    return rows<NotReached & Record<string, unknown>>(this.source, text, [planId, ...after, most, ownerId ?? null, itemId ?? null, ...values]);
  }

  private async *lines(actor: Actor, planId: string, filter: NotReachedFilter, people: ReadonlyMap<string, string>): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine(HEADS.map((head) => nameIn(head, actor.language)));
    for (let after: readonly unknown[] | null = START; after; ) {
      const found: NotReached[] = await this.page(actor, planId, filter, after, CSV_PAGE);
      if (found.length) yield found.map((row) => csvLine(cellsOf(row, people, actor))).join('');
      const last: NotReached | undefined = found.at(-1);
      after = last && found.length === CSV_PAGE ? [last.sortName, last.customerId] : null;
    }
  }

  private async expansion({ id, state }: Plan): Promise<ExpansionView | null> {
    const [found] = await rows<{ wanted: number; done: number; skipped: Record<string, number>; isFinished: boolean }>(this.source, expansionOf, [id]);
    if (!found) return state === 'approved' || state === 'running' ? { state: 'waiting', wanted: 0, done: 0, skipped: [] } : null;
    const skipped = OBSTACLES.flatMap((reason) => (found.skipped[reason] ? [{ reason, count: found.skipped[reason] }] : []));
    return { state: found.isFinished || state === 'closed' ? 'done' : 'running', wanted: found.wanted, done: found.done, skipped };
  }
}

const cellsOf = ({ name, ownerId, nextOn, missed, lastContactAt }: NotReached, people: ReadonlyMap<string, string>, { timeZone }: Actor): string[] =>
  [name, ownerId === null ? '' : (people.get(ownerId) ?? ''), nextOn ?? '', String(missed), lastContactAt === null ? '' : localDateOf(lastContactAt, timeZone)];

const shareOf = ({ value, count, n, interval }: Rate): ShareView => ({ value, count, n, low: interval?.low ?? null, high: interval?.high ?? null });

const viewOf = ({ planned, due, kept, late, punctual, missed, cancelled, open }: Counts): FiguresView =>
  ({ planned, due, kept, late, punctual, missed, cancelled, open, attainment: shareOf(rate(kept, due)), punctuality: shareOf(rate(punctual, due)) });
