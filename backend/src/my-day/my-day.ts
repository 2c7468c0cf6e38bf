import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AwayUntil, WorkingCalendars, returnsOf } from '../calendar/index.ts';
import { addWorkingDays, decodeCursor, encodeCursor, localDateOf, notFound } from '../kernel/index.ts';
import { type Actor, seesPerson, visibleCustomers } from '../people/index.ts';
import { Clock } from '../platform/clock.ts';
import { type Statement, rows, statement } from '../platform/database/statements.ts';
import type { JsonText } from '../platform/http/json-text.ts';
import { BUCKETS, type Bucket, type BucketPage, type MyDayView } from './my-day.dto.ts';
import { NUMBER_OF, PAGE, pageOfDue, pageOfQuiet, wholeDay } from './my-day.sql.ts';

interface FrameRow {
  zone: string;
  tiers: { id: string; ideal: number; maximum: number }[];
}

interface LastKey {
  lastBreach: string | null;
  lastRank: number | null;
  lastDay: string | null;
  lastId: string | null;
}

interface BucketRow extends LastKey {
  bucket: number;
  total: number;
  items: string;
  snoozed: number;
}

type PageRow = LastKey & Pick<BucketRow, 'total' | 'items'>;

const frameOf = statement(
  'my_day_frame',
  `SELECT p.time_zone AS zone, (SELECT json_agg(json_build_object('id', t.id, 'ideal', t.ideal_days, 'maximum', t.maximum_days) ORDER BY t.position, t.id) FROM tiers t) AS tiers
   FROM people p WHERE p.id = $1`,
);

/** Answers the queue of a day: exclusive buckets, in their order, with a reason on each row. */
@Injectable()
export class MyDay {
  constructor(
    private readonly source: DataSource,
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
  ) {}

  /** The five buckets of a person with their exact numbers and first rows; 404 for somebody whose work the actor does not see. */
  async of(actor: Actor, personId: string): Promise<JsonText<MyDayView>> {
    const { today, values } = await this.frame(actor, personId);
    const scope = visibleCustomers(actor, 'c', 9);
    const found = await rows<BucketRow>(this.source, statement('my_day', wholeDay(scope.sql)), [...values, ...scope.values]);
    const buckets = found.map((row) => `{"bucket":"${nameOf(row.bucket)}","total":${row.total},"items":${row.items},"next":${nextOf(row.total > PAGE, row)}}`);
    return `{"personId":"${personId}","today":"${today}","snoozed":${found[0]?.snoozed ?? 0},"buckets":[${buckets.join(',')}]}`;
  }

  /** The rows of a bucket after the cursor that the page before it gave; from the beginning without one. */
  async bucket(actor: Actor, personId: string, bucket: Bucket, after: string | null): Promise<JsonText<BucketPage>> {
    const { values } = await this.frame(actor, personId);
    const key = after === null ? ['-infinity', 0, '1900-01-01', '00000000-0000-0000-0000-000000000000'] : decodeCursor(after, ['instant?', 'integer', 'date', 'uuid']);
    const { text, extra } = pageStatement(actor, bucket);
    const [page] = await rows<PageRow>(this.source, text, [...values, key[0] ?? 'infinity', ...key.slice(1), ...extra]);
    return `{"items":${page?.items ?? '[]'},"next":${page ? nextOf(page.total > PAGE, page) : 'null'}}`;
  }

  private async frame(actor: Actor, personId: string): Promise<{ today: string; values: unknown[] }> {
    if (!seesPerson(actor, personId)) throw notFound();
    const [[frame], { calendar, absences }] = await Promise.all([rows<FrameRow>(this.source, frameOf, [personId]), this.calendars.keptByPerson(this.source, personId)]);
    if (!frame) throw notFound();
    const { zone, tiers } = frame;
    const now = this.clock.now();
    const today = localDateOf(now, zone);
    const passed = (days: number): string => addWorkingDays(today, -days, calendar);
    const excused = excusedDays(today, returnsOf(absences, calendar));
    const values = [personId, today, now, zone, tiers.map(({ id }) => id), tiers.map(({ ideal }) => passed(ideal)), tiers.map(({ maximum }) => passed(maximum)), excused];
    return { today, values };
  }
}

/** Ranges of due days that are not overdue today: those of absences from which the person is back today or later, and all of them while they are away. */
function excusedDays(today: string, returns: readonly AwayUntil[]): string[] {
  if (returns.some(({ fromOn, untilOn }) => today >= fromOn && today < untilOn)) return ['(,)'];
  return returns.filter(({ backOn }) => backOn >= today).map(({ fromOn, untilOn }) => `[${fromOn},${untilOn})`);
}

const nameOf = (number: number): Bucket => BUCKETS[number - 1] as Bucket;

function pageStatement(actor: Actor, bucket: Bucket): { text: Statement; extra: readonly unknown[] } {
  const number = NUMBER_OF[bucket];
  if (number === 4 || number === 5) return { text: statement(`my_day_page_${number}`, pageOfQuiet(number)), extra: [] };
  const { sql, values } = visibleCustomers(actor, 'c', 14);
  return { text: statement('my_day_page_due', pageOfDue(sql)), extra: [number, ...values] };
}

const nextOf = (hasMore: boolean, { lastBreach, lastRank, lastDay, lastId }: LastKey): string =>
  hasMore ? JSON.stringify(encodeCursor([lastBreach, lastRank, lastDay, lastId])) : 'null';
