import { type LocalisedNames, type Period, type PeriodName, invalid, isLocalDate, localDateOf, namedPeriod, notFound, periodOf } from '../kernel/index.ts';
import type { Actor } from '../people/index.ts';
import type { Origin, ReportInput } from './report-input.dto.ts';
import { type Report, reportOf } from './registry/catalogue.ts';
import { DIMENSIONS, type Dimension, FIELD_PREFIX, YES_NO } from './registry/dimensions.ts';
import type { Part } from './registry/measures.ts';

/** The most dimensions one question may have. */
export const MOST_DIMENSIONS = 3;

/** A custom field that can be a dimension. */
export interface FieldFact {
  key: string;
  names: LocalisedNames;
  kind: 'text' | 'choice' | 'boolean';
  choices: { key: string; names: LocalisedNames }[];
}

/** Said in place of dimensions by who wants the total and nothing else. */
const TOTAL_ALONE = 'none';

/** What the product knows when a question is asked: the moment, the week of the organisation, and its custom fields. */
export interface Setting {
  readonly now: Date;
  /** ISO weekday, 1 to 7. */
  readonly weekStartsOn: number;
  readonly fields: readonly FieldFact[];
}

/** Only rows whose dimension has one of these values; null is "not recorded". */
export interface Filter {
  readonly dimension: Dimension;
  readonly values: readonly (string | null)[];
}

/** A question with everything decided: no name of a period, no default is left open. */
export interface Question {
  readonly report: Report;
  readonly actor: Actor;
  readonly askedAt: Date;
  /** The organisation's day on which it was asked. */
  readonly today: string;
  readonly weekStartsOn: number;
  readonly periodName: PeriodName | null;
  readonly period: Period;
  readonly by: readonly Dimension[];
  readonly filters: readonly Filter[];
  readonly origin: Origin | null;
  /** Null in a cohort is "no limit". */
  readonly days: number | null;
  readonly isCompared: boolean;
}

/** Decides a question; what is not in the registry is refused beside its field. */
export function questionOf(key: string, input: ReportInput, actor: Actor, setting: Setting): Question {
  const report = reportOf(key);
  if (!report) throw notFound();
  const today = localDateOf(setting.now, actor.organisation.timeZone);
  const { isCohort } = report.measure;
  const days = input.days ?? (isCohort ? '90' : 'none');
  return {
    report, actor, today, askedAt: setting.now, weekStartsOn: setting.weekStartsOn,
    ...chosenPeriod(input, today),
    by: breakdown(report, input.by ?? report.by, setting.fields),
    filters: filtersOf(report, input, setting.fields),
    origin: isCohort ? (input.origin ?? 'first_communication') : null,
    days: days === 'none' ? null : Number(days),
    isCompared: input.compare ?? false,
  };
}

function chosenPeriod(input: ReportInput, today: string): Pick<Question, 'period' | 'periodName'> {
  if (input.from === undefined && input.until === undefined) {
    const periodName = input.period ?? 'last-12-months';
    return { periodName, period: namedPeriod(periodName, today) };
  }
  if (input.period !== undefined) throw invalid('period', 'period_or_days');
  if (input.from === undefined) throw invalid('from', 'required');
  if (input.until === undefined) throw invalid('until', 'required');
  return { periodName: null, period: periodOf(input.from, input.until) };
}

/** The dimensions that a report offers, custom fields included. */
export function dimensionsOf(report: Report, fields: readonly FieldFact[]): Dimension[] {
  const known = (key: string): Dimension | undefined => places(report).flatMap((source) => DIMENSIONS[source]).find((dimension) => dimension.key === key);
  const own = report.hasFields ? fields.map(fieldDimension) : [];
  return [...report.dimensions.flatMap((key) => known(key) ?? []), ...own];
}

/** What a report can be filtered by: what its rows have, and every attribute of their customers. */
export function filterDimensions(report: Report, fields: readonly FieldFact[]): Dimension[] {
  const contact = countsContacts(report) ? DIMENSIONS.contact : [];
  return [...contact, ...DIMENSIONS.customer, ...fields.map(fieldDimension)];
}

/** The parts of the measure that this question needs: who was never contacted is missing only where first communications are the origin. */
export const partsOf = ({ report, origin }: Question): readonly Part[] => report.measure.parts.filter(({ relation }) => relation !== 'uncontacted' || origin === 'first_communication');

const countsContacts = (report: Report): boolean => report.measure.parts.some(({ relation }) => relation === 'contacts' || relation === 'contacted');
const places = (report: Report) => (report.measure.isCohort ? (['time', 'customer', 'journey'] as const) : (['time', 'contact', 'customer'] as const));

function breakdown(report: Report, keys: readonly string[], fields: readonly FieldFact[]): Dimension[] {
  if (keys.join() === TOTAL_ALONE) return [];
  const offered = dimensionsOf(report, fields);
  if (keys.length > MOST_DIMENSIONS) throw invalid('by', 'too_many', { max: MOST_DIMENSIONS });
  const chosen = keys.map((key) => {
    const dimension = offered.find((one) => one.key === key);
    if (!dimension) throw invalid('by', 'bad_value');
    return dimension;
  });
  if (chosen.filter(({ kind }) => kind === 'time').length > 1) throw invalid('by', 'one_time_dimension');
  return chosen;
}

function fieldDimension(field: FieldFact): Dimension {
  const isWord = field.kind !== 'text';
  const values = field.kind === 'boolean' ? YES_NO : Object.fromEntries(field.choices.map(({ key, names }) => [key, names]));
  return { key: `${FIELD_PREFIX}${field.key}`, names: field.names, source: 'customer', kind: isWord ? 'word' : 'text', sql: '', field: field.key, ...(isWord ? { values } : {}) };
}

/** Reads `dimension:value`; an empty value is "not recorded". A text of another form names no dimension. */
export function split(text: string): [key: string, value: string | null] {
  const [, key = '', value = ''] = /^((?:field:)?[a-z0-9_]+):(.*)$/s.exec(text) ?? [];
  return [key, value || null];
}

function filtersOf(report: Report, input: ReportInput, fields: readonly FieldFact[]): Filter[] {
  const offered = filterDimensions(report, fields);
  const given = new Map<string, (string | null)[]>();
  for (const text of input.filter ?? []) {
    const [key, value] = split(text);
    given.set(key, [...(given.get(key) ?? []), value]);
  }
  return [...given].map(([key, values]) => {
    const dimension = offered.find((one) => one.key === key);
    if (!dimension || values.some((value) => value !== null && !mayBe(dimension, value))) throw invalid('filter', 'bad_value');
    return { dimension, values };
  });
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Whether a text can be a value of the dimension, so that nothing else reaches a statement. */
export function mayBe({ kind, values, field }: Dimension, value: string): boolean {
  if (kind === 'reference') return UUID.test(value);
  if (kind === 'time') return isLocalDate(value);
  // A customer may still hold a choice that its field no longer offers.
  if (kind === 'word' && field === undefined) return Object.hasOwn(values ?? {}, value);
  return !value.includes('\0');
}
