import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingCalendars } from '../calendar/index.ts';
import { decodeCursor, encodeCursor, notFound } from '../kernel/index.ts';
import { type Actor, seesPerson, visibleCustomers } from '../people/index.ts';
import { Clock } from '../platform/clock.ts';
import { type Statement, rows, statement } from '../platform/database/statements.ts';
import type { JsonText } from '../platform/http/json-text.ts';
import { type Frame, readFrame, withLateness } from './frame.ts';
import { BUCKETS, type Bucket, type BucketPage, type MyDayView } from './my-day.dto.ts';
import { NUMBER_OF, PAGE, pageOfDue, pageOfQuiet, wholeDay } from './my-day.sql.ts';

interface LastKey {
  lastBreach: string | null;
  lastRank: number | null;
  lastLateness: number | null;
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
    const frame = await this.frame(actor, personId);
    const scope = visibleCustomers(actor, 'c', 12);
    const isOwn = personId === actor.personId;
    const found = await rows<BucketRow>(this.source, statement(isOwn ? 'my_day' : 'day_of_another', wholeDay(scope.sql, isOwn)), [...frame.values, ...scope.values]);
    const buckets = found.map((row) => `{"bucket":"${nameOf(row.bucket)}","total":${row.total},"items":${itemsOf(row, frame)},"next":${nextOf(row.total > PAGE, row)}}`);
    return `{"personId":"${personId}","today":"${frame.today}","snoozed":${found[0]?.snoozed ?? 0},"buckets":[${buckets.join(',')}]}`;
  }

  /** The rows of a bucket after the cursor that the page before it gave; from the beginning without one. */
  async bucket(actor: Actor, personId: string, bucket: Bucket, after: string | null): Promise<JsonText<BucketPage>> {
    const frame = await this.frame(actor, personId);
    const key = after === null ? ['-infinity', 0, 0, '1900-01-01', '00000000-0000-0000-0000-000000000000'] : decodeCursor(after, ['instant?', 'integer', 'number', 'date', 'uuid']);
    const { text, extra } = pageStatement(actor, bucket, personId === actor.personId);
    const [page] = await rows<PageRow>(this.source, text, [...frame.values, key[0] ?? 'infinity', ...key.slice(1), ...extra]);
    return `{"items":${itemsOf({ bucket: NUMBER_OF[bucket], items: page?.items ?? '[]' }, frame)},"next":${page ? nextOf(page.total > PAGE, page) : 'null'}}`;
  }

  private async frame(actor: Actor, personId: string): Promise<Frame> {
    if (!seesPerson(actor, personId)) throw notFound();
    return readFrame(this.source, this.calendars, personId, this.clock.now());
  }
}

const nameOf = (number: number): Bucket => BUCKETS[number - 1] as Bucket;

const itemsOf = ({ bucket, items }: Pick<BucketRow, 'bucket' | 'items'>, frame: Frame): string => (bucket === NUMBER_OF.cadence ? withLateness(items, frame) : items);

function pageStatement(actor: Actor, bucket: Bucket, isOwn: boolean): { text: Statement; extra: readonly unknown[] } {
  const number = NUMBER_OF[bucket];
  if (number === 4 || number === 5) return { text: statement(`my_day_page_${number}`, pageOfQuiet(number)), extra: [] };
  const { sql, values } = visibleCustomers(actor, 'c', 18);
  return { text: statement(isOwn ? 'my_day_page_due' : 'day_of_another_page_due', pageOfDue(sql, isOwn)), extra: [number, ...values] };
}

const nextOf = (hasMore: boolean, { lastBreach, lastRank, lastLateness, lastDay, lastId }: LastKey): string =>
  hasMore ? JSON.stringify(encodeCursor([lastBreach, lastRank, lastLateness, lastDay, lastId])) : 'null';
