import { localDateOf } from '../../kernel/index.ts';
import { type Moment, instantOfMoment } from '../mapping/date-formats.rules.ts';
import { contentId } from './customer-draft.ts';
import { type ReadRow, type RowIssue, type RowReader, issueOf } from './row-reader.ts';

/** A row as a communication; whose it is stands as the file says it. */
export interface CommunicationDraft {
  line: number;
  externalId: string;
  customerExternalId: string | null;
  customerName: string | null;
  authorId: string;
  occurredAt: Date;
  occurredOn: string;
  /** True when no time of day was given. */
  isDayOnly: boolean;
  channelId: string;
  direction: 'outbound' | 'inbound';
  dispositionId: string;
  outcomeId: string | null;
  evaluation: number | null;
  durationSeconds: number | null;
  subject: string;
  text: string;
  /** Targets that the row itself gives: only those are compared with a record that is already there. */
  given: ReadonlySet<string>;
}

/** What counts where a row does not say. */
export interface CommunicationDefaults {
  authorId: string;
  dispositionId: string;
  now: Date;
  timeZone: string;
}

/** The time of day of a communication of which only the day is known: noon of the organisation. */
export const NOON_SECONDS = 43_200;

/** Turns a row into a communication; null with issues where something needed is missing. */
export function communicationDraft(row: ReadRow, reader: RowReader, defaults: CommunicationDefaults): { draft: CommunicationDraft | null; issues: RowIssue[] } {
  const value = <T>(key: string): T | null => (row.values.get(key) as T | undefined) ?? null;
  const moment = value<Moment>('occurredAt');
  const channelId = value<string>('channel');
  const hasCustomer = row.values.has('customerExternalId') || row.values.has('customerName');
  const issues = [
    ...(moment ? [] : [issueOf(reader.columnFor('occurredAt'), 'required')]),
    ...(channelId ? [] : [issueOf(reader.columnFor('channel'), 'required')]),
    ...(hasCustomer ? [] : [issueOf(reader.columnFor('customerExternalId'), 'required')]),
  ];
  if (!moment || !channelId || !hasCustomer) return { draft: null, issues };
  const occurredAt = instantOfMoment(moment, value<number>('occurredTime') ?? NOON_SECONDS, defaults.timeZone);
  // Today's noon may still be ahead: a contact of today of which only the day is known has happened by now.
  const isDayOnly = moment.seconds === null && !moment.instant && !row.values.has('occurredTime');
  const isToday = isDayOnly && localDateOf(occurredAt, defaults.timeZone) === localDateOf(defaults.now, defaults.timeZone);
  const at = isToday && occurredAt > defaults.now ? defaults.now : occurredAt;
  if (at > defaults.now) issues.push(issueOf(reader.columnFor('occurredAt'), 'in_the_future'));
  const draft: CommunicationDraft = {
    line: row.line,
    externalId: value<string>('externalId') ?? contentId(row.values),
    customerExternalId: value('customerExternalId'),
    customerName: value('customerName'),
    authorId: value('author') ?? defaults.authorId,
    occurredAt: at,
    occurredOn: localDateOf(at, defaults.timeZone),
    isDayOnly,
    channelId,
    direction: value('direction') ?? 'outbound',
    dispositionId: value('disposition') ?? defaults.dispositionId,
    outcomeId: value('outcome'),
    evaluation: value('evaluation'),
    durationSeconds: value('durationSeconds'),
    subject: value('subject') ?? '',
    text: value('text') ?? '',
    given: new Set(row.values.keys()),
  };
  return { draft, issues };
}
