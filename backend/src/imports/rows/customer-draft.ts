import { createHash } from 'node:crypto';
import { type ContactPointKind, type FieldValue, searchKeyOf } from '../../customers/index.ts';
import { type LocalDate, endOfDay } from '../../kernel/index.ts';
import { type Moment, dayOfMoment, instantOfMoment } from '../mapping/date-formats.rules.ts';
import type { Vocabulary } from '../mapping/words.ts';
import { type ReadRow, type RowIssue, type RowReader, issueOf } from './row-reader.ts';

/** A way to reach a customer as a row gives it. */
export interface DraftPoint {
  kind: ContactPointKind;
  value: string;
  key: string;
  isOfPerson: boolean;
}

/** A stage as a row gives it, with its day. */
export interface DraftStage {
  stageId: string;
  /** Null: the file does not say when. */
  at: Date | null;
  on: LocalDate | null;
  amount: number | null;
  reason: string | null;
}

/** The columns of a customer that a row can give; what it does not give is not there. */
export interface DraftValues {
  name?: string;
  kind?: 'person' | 'organisation';
  ownerId?: string;
  teamId?: string;
  tierId?: string;
  knownSinceOn?: LocalDate;
  source?: string;
  industry?: string;
  region?: string;
  isServed?: boolean;
  servedBy?: string;
  note?: string;
  formOfAddress?: string;
  preferredChannelId?: string;
  preferredFrom?: string;
  preferredUntil?: string;
  quietFrom?: string;
  quietUntil?: string;
  timeZone?: string;
  doNotContact?: string[];
}

/** A row as a customer, before anybody asked the database. */
export interface CustomerDraft {
  line: number;
  /** The product's own id, as its export gives it; null: the row does not say. */
  id: string | null;
  /** The file's own id; else one made of the row's content where no number or address tells customers apart; else null. */
  externalId: string | null;
  /** By what a second row for the same customer is recognised. */
  identities: string[];
  values: DraftValues;
  stage: DraftStage | null;
  tags: string[];
  fields: Record<string, FieldValue>;
  points: DraftPoint[];
  person: { name: string; title: string | null } | null;
}

/** What a row is judged by: the organisation's day and zone. */
export interface Today {
  today: LocalDate;
  timeZone: string;
}

const POINTS: readonly [target: string, kind: ContactPointKind, isOfPerson: boolean][] = [
  ['phone', 'phone', false],
  ['email', 'email', false],
  ['wechat', 'wechat', false],
  ['otherContact', 'other', false],
  ['contactPhone', 'phone', true],
  ['contactEmail', 'email', true],
  ['contactWechat', 'wechat', true],
];
const AS_THEY_ARE = ['name', 'source', 'industry', 'region', 'servedBy', 'note', 'formOfAddress', 'timeZone', 'kind', 'doNotContact'] as const;
const RENAMED = [['owner', 'ownerId'], ['team', 'teamId'], ['tier', 'tierId'], ['preferredChannel', 'preferredChannelId'], ['served', 'isServed']] as const;
const TIMES = ['preferredFrom', 'preferredUntil', 'quietFrom', 'quietUntil'] as const;
const MAX_TAGS = 30;
const MAX_POINTS = 20;

/** Turns a row into a customer; issues beside it where rules of the product are broken. */
export function customerDraft(row: ReadRow, reader: RowReader, vocabulary: Vocabulary, now: Today): { draft: CustomerDraft; issues: RowIssue[] } {
  const value = (key: string): unknown => row.values.get(key);
  const values = Object.fromEntries([
    ...AS_THEY_ARE.map((key) => [key, value(key)]),
    ...RENAMED.map(([from, to]) => [to, value(from)]),
    ...TIMES.map((key) => [key, timeText(value(key) as number | undefined)]),
    ['knownSinceOn', value('knownSinceOn') ? dayOfMoment(value('knownSinceOn') as Moment, now.timeZone) : undefined],
  ].filter(([, given]) => given !== undefined)) as DraftValues;
  const name = value('contactName') as string | undefined;
  const draft: CustomerDraft = {
    line: row.line,
    id: (value('tangentId') as string | undefined) ?? null,
    externalId: (value('externalId') as string | undefined) ?? null,
    identities: [],
    values,
    stage: stageOf(row, now),
    tags: [...new Set([...((value('tags') as string[] | undefined) ?? []), ...row.tags])],
    fields: fieldsOf(row, now.timeZone),
    points: pointsOf(row, name !== undefined),
    person: name === undefined ? null : { name, title: (value('contactTitle') as string | undefined) ?? null },
  };
  identify(draft, row);
  return { draft, issues: issuesOf(draft, reader, vocabulary, now) };
}

function timeText(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined;
  const minutes = Math.floor(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function stageOf({ values }: ReadRow, { timeZone }: Today): DraftStage | null {
  const stageId = values.get('stage') as string | undefined;
  if (!stageId) return null;
  const moment = values.get('stageOn') as Moment | undefined;
  const on = moment ? dayOfMoment(moment, timeZone) : null;
  const hasTime = moment?.instant != null || moment?.seconds != null;
  // Only the day is known: the last instant of it, so that the contacts of that day come before the change.
  const at = moment && on ? (hasTime ? instantOfMoment(moment, 0, timeZone) : new Date(endOfDay(on, timeZone).getTime() - 1)) : null;
  return { stageId, at, on, amount: (values.get('stageAmount') as number | undefined) ?? null, reason: (values.get('stageReason') as string | undefined) ?? null };
}

function fieldsOf({ values }: ReadRow, timeZone: string): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (const [key, value] of values) {
    if (!key.startsWith('field:')) continue;
    const isMoment = typeof value === 'object';
    fields[key.slice('field:'.length)] = isMoment ? dayOfMoment(value as Moment, timeZone) : (value as FieldValue);
  }
  return fields;
}

function pointsOf({ values }: ReadRow, hasPerson: boolean): DraftPoint[] {
  const points = new Map<string, DraftPoint>();
  for (const [target, kind, isOfPerson] of POINTS) {
    for (const value of (values.get(target) as string[] | undefined) ?? []) {
      const key = searchKeyOf({ kind, value });
      const known = `${kind} ${key}`;
      if (!points.has(known)) points.set(known, { kind, value, key, isOfPerson: isOfPerson && hasPerson });
    }
  }
  return [...points.values()];
}

/** The same file twice must find the same customers: by our id, by the file's, else by name with number or address, else by all that the row says. */
function identify(draft: CustomerDraft, { values }: ReadRow): void {
  const name = draft.values.name ?? '';
  const tells = draft.points.filter(({ kind }) => kind === 'phone' || kind === 'email').map(({ key }) => `contact ${name}\u0000${key}`);
  if (draft.id !== null) draft.identities = [`customer ${draft.id}`];
  else if (draft.externalId === null && tells.length > 0) draft.identities = tells;
  else {
    draft.externalId ??= contentId(values);
    draft.identities = [`id ${draft.externalId}`];
  }
}

/** An external id for a row that brings none: equal rows have equal ones. */
export function contentId(values: ReadonlyMap<string, unknown>): string {
  const content = JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `csv:${createHash('sha256').update(content).digest('base64url').slice(0, 27)}`;
}

function issuesOf({ values, stage, tags, points }: CustomerDraft, reader: RowReader, vocabulary: Vocabulary, { today }: Today): RowIssue[] {
  const issues: RowIssue[] = [];
  const add = (isWrong: boolean, target: string, code: string, params = {}): void => {
    if (isWrong) issues.push(issueOf(reader.columnFor(target), code, params));
  };
  const kind = vocabulary.stages.find(({ id }) => id === stage?.stageId)?.kind;
  add(!values.name, 'name', 'required');
  add((values.knownSinceOn ?? '') > today, 'knownSinceOn', 'in_the_future');
  add((stage?.on ?? '') > today, 'stageOn', 'in_the_future');
  add(stage?.amount != null && kind !== 'won', 'stageAmount', 'amount_only_when_won');
  add(!values.preferredFrom !== !values.preferredUntil, 'preferredFrom', 'both_or_none');
  add(!values.quietFrom !== !values.quietUntil, 'quietFrom', 'both_or_none');
  add(tags.length > MAX_TAGS, 'tags', 'too_many', { max: MAX_TAGS });
  add(points.length > MAX_POINTS, 'phone', 'too_many', { max: MAX_POINTS });
  return issues;
}
