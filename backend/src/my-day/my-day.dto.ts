import { Id, Text } from '../platform/http/fields.ts';

/** The five buckets, in their order. */
export const BUCKETS = ['waiting', 'overdue', 'today', 'cadence', 'no_next_step'] as const;
/** Each thing to do stands in the first bucket that applies. */
export type Bucket = (typeof BUCKETS)[number];

/** Whose day is asked for. */
export class MyDayQuery {
  /** Whose day; one's own when left out. */
  @Id({ optional: true })
  personId?: string;
}

/** Whose bucket, and after which cursor. */
export class BucketQuery extends MyDayQuery {
  @Text({ max: 2_000, optional: true })
  after?: string;
}

/** Why a row stands here; the page has the words. */
export class ReasonView {
  code: 'inbound_unanswered' | 'promise_due' | 'promise_broken' | 'overdue' | 'due_today' | 'due_in_absence' | 'cadence_due' | 'maximum_passed' | 'nothing_scheduled' | 'touchpoint_over' | 'task_overdue' | 'task_due_today' | 'decision_waiting';
  /** Days late, days since the last effective contact, or days that a decision has waited. */
  days: number;
  /** The interval of the cadence that has passed, ideal or maximum, in its unit; null in other buckets, as what follows. */
  interval: number | null;
  unit: 'working_days' | 'calendar_days' | 'months' | null;
  /** Whose cadence it is. */
  cadence: 'tier' | 'segment' | 'customer' | null;
  cadenceId: string | null;
  /** Of a segment's cadence. */
  cadenceName: string | null;
  /** Days since the cadence was due. */
  daysLate: number | null;
}

/** The start of what was said last. */
export class LastLineView {
  text: string;
  at: string;
  authorName: string;
  channelId: string;
}

/** One row of My day. */
export class MyDayItemView {
  kind: 'touchpoint' | 'customer' | 'task' | 'decision';
  /** Of the touchpoint, the customer, the task or the approval. */
  id: string;
  customerId: string | null;
  /** Of the customer; the subject of a task or a decision without one, or about one that you do not see. */
  name: string;
  tierId: string | null;
  reason: ReasonView;
  /** Of the touchpoint; where a cadence is due, the one that the customer, or else the cadence, prefers. */
  channelId: string | null;
  /** Purpose of the touchpoint, subject of the task, what is to be decided. */
  purpose: string;
  dueOn: string | null;
  dueAt: string | null;
  respondBy: string | null;
  isPromised: boolean;
  firstDueOn: string | null;
  timesMoved: number;
  remindAt: string | null;
  /** Other open touchpoints of the same customer. */
  alsoOpen: number;
  last: LastLineView | null;
  /** Version of the touchpoint or the task. */
  version: number | null;
}

/** The first rows of a bucket; `next` continues with `GET /api/my-day/{bucket}`. */
export class BucketView {
  bucket: Bucket;
  total: number;
  items: MyDayItemView[];
  next: string | null;
}

/** A person's queue of the day. */
export class MyDayView {
  personId: string;
  /** Today where that person is. */
  today: string;
  /** Touchpoints due that are hidden until their reminder. */
  snoozed: number;
  buckets: BucketView[];
}

/** The rows of a bucket after a cursor. */
export class BucketPage {
  items: MyDayItemView[];
  next: string | null;
}
