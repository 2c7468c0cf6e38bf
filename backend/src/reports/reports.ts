import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { invalid, notFound } from '../kernel/index.ts';
import type { Actor } from '../people/index.ts';
import { Clock } from '../platform/clock.ts';
import { freshRows } from '../platform/database/statements.ts';
import { answer, columnView } from './answer.ts';
import type { DimensionValue } from './labels.ts';
import { type FieldFact, type Question, type Setting, dimensionsOf, filterDimensions, mayBe, partsOf, questionOf, split } from './question.ts';
import type { Read } from './reading.ts';
import { isTimeout, tookTooLong } from './refusals.ts';
import { REPORTS, type Report } from './registry/catalogue.ts';
import type { Dimension } from './registry/dimensions.ts';
import type { ReportInput, RowsInput, RowsPageInput } from './report-input.dto.ts';
import type { ReportCatalogueView, ReportLineView, ReportRowsView, ReportView } from './report.dto.ts';
import { pageOfRows } from './rows.ts';
import type { Opened } from './sql/details.ts';
import { offeredValues } from './values.ts';

const LONGEST_SECONDS = 20;

const CALENDAR = { text: 'SELECT week_starts_on AS "weekStartsOn" FROM report_calendar', values: [] };
const FIELDS = { text: `SELECT key, names, kind, choices FROM report_fields WHERE kind IN ('text', 'choice', 'boolean') AND NOT is_archived ORDER BY position, key`, values: [] };

/** Answers the questions of a team lead out of the registry, each from one snapshot of the data and under the scope of who asks. */
@Injectable()
export class Reports {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Every report, and how it can be broken down and filtered. */
  catalogue(): Promise<ReportCatalogueView> {
    return this.reading(async (read) => {
      const { fields } = await this.setting(read);
      return { reports: REPORTS.map((report) => lineOf(report, fields)) };
    });
  }

  /** The answer of a report. */
  ask(actor: Actor, key: string, input: ReportInput): Promise<ReportView> {
    return this.reading(async (read) => answer(read, questionOf(key, input, actor, await this.setting(read))));
  }

  /** One page of the communications or customers behind a number, at most `most` of them. */
  rows(actor: Actor, key: string, input: RowsPageInput, most = 200): Promise<ReportRowsView> {
    return this.reading(async (read) => {
      const question = questionOf(key, input, actor, await this.setting(read));
      return pageOfRows(read, question, openedBy(question, input), { size: Math.min(input.limit ?? 50, most), cursor: input.cursor });
    });
  }

  /** The values that a filter can offer to the actor. */
  values(actor: Actor, key: string, text: string): Promise<{ values: DimensionValue[] }> {
    return this.reading(async (read) => {
      const { fields } = await this.setting(read);
      const dimension = REPORTS.flatMap((report) => filterDimensions(report, fields)).find((one) => one.key === key);
      if (!dimension) throw notFound();
      return { values: await offeredValues(read, dimension, actor, text) };
    });
  }

  private async setting(read: Read): Promise<Setting> {
    const [calendar] = await read<{ weekStartsOn: number }>(CALENDAR);
    return { now: this.clock.now(), weekStartsOn: calendar?.weekStartsOn ?? 1, fields: await read<FieldFact>(FIELDS) };
  }

  /**
   * A snapshot that nothing changes while it is read, with more time and memory than everyday statements have. Joins are hashed: of how many
   * customers a cohort holds the planner knows nothing, and looked up one by one they take ten times as long.
   */
  private async reading<T>(work: (read: Read) => Promise<T>): Promise<T> {
    try {
      return await this.source.transaction('REPEATABLE READ', async (tx) => {
        await freshRows(tx, `SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = '${LONGEST_SECONDS}s'; SET LOCAL work_mem = '64MB'; SET LOCAL jit = off; SET LOCAL enable_nestloop = off`);
        return work(({ text, values }) => freshRows(tx, text, values));
      });
    } catch (error) {
      throw isTimeout(error) ? tookTooLong(LONGEST_SECONDS) : error;
    }
  }
}

/** Which number an input opens; refuses a column or a bucket that the question does not have. */
function openedBy(question: Question, { column: key, bucket }: RowsInput): Opened {
  const part = partsOf(question).find(({ columns }) => columns.some((one) => one.key === key));
  const column = part?.columns.find((one) => one.key === key);
  if (!part || !column) throw invalid('column', 'bad_value');
  if (!bucket) return { part, column, bucket: null };
  const values = new Map(bucket.map(split));
  const keys = question.by.map((dimension) => values.get(dimension.key) ?? null);
  const fits = values.size === question.by.length && question.by.every((dimension, i) => values.has(dimension.key) && (keys[i] == null || mayBe(dimension, keys[i])));
  if (!fits || (part.relation === 'uncontacted' && question.by.some(({ source }) => source === 'journey'))) throw invalid('bucket', 'bad_value');
  return { part, column, bucket: keys };
}

const dimensionView = ({ key, names, kind }: Dimension) => ({ key, names, kind });

function lineOf(report: Report, fields: readonly FieldFact[]): ReportLineView {
  const { key, group, names, asks, by, isAssociation, measure } = report;
  return {
    key, group, names, asks, isAssociation,
    by: [...by],
    isCohort: measure.isCohort,
    columns: measure.parts.flatMap(({ columns }) => columns.map(columnView)),
    rate: measure.rate,
    definition: measure.definition,
    dimensions: dimensionsOf(report, fields).map(dimensionView),
    filters: filterDimensions(report, fields).map(dimensionView),
  };
}
