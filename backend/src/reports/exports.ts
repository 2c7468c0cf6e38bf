import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../people/index.ts';
import { Audit } from '../platform/audit/audit.ts';
import { communicationHeads, communicationLine, csvOf, customerHeads, customerLine, reportLines } from './csv.ts';
import type { ReportInput, RowsInput } from './report-input.dto.ts';
import type { ReportRowsView } from './report.dto.ts';
import { Reports } from './reports.ts';

const PAGE = 5_000;

/** A file to download. */
export interface Download {
  readonly name: string;
  readonly content: Readable;
}

/** Reports and the rows behind their numbers as CSV, in the language of who asks. */
@Injectable()
export class ReportExports {
  constructor(
    private readonly reports: Reports,
    private readonly source: DataSource,
    private readonly audit: Audit,
  ) {}

  /** The answer of a report. */
  async report(actor: Actor, key: string, input: ReportInput): Promise<Download> {
    const view = await this.reports.ask(actor, key, input);
    return { name: `${key}_${view.question.today}.csv`, content: Readable.from([csvOf(reportLines(view, actor.language))]) };
  }

  /** Every row behind a number, read page by page while it is sent; who took it is on record. */
  async rows(actor: Actor, key: string, input: RowsInput): Promise<Download> {
    const first = await this.reports.rows(actor, key, { ...input, limit: PAGE }, PAGE);
    await this.source.transaction((tx) => this.audit.record(tx, actor, 'report.exported', null, { report: key, column: input.column, rows: first.count }));
    return { name: `${key}_${input.column}.csv`, content: Readable.from(this.pages(actor, key, input, first)) };
  }

  private async *pages(actor: Actor, key: string, input: RowsInput, first: ReportRowsView): AsyncGenerator<string> {
    const { language, organisation } = actor;
    yield csvOf([first.kind === 'communications' ? communicationHeads(language) : customerHeads(language)]);
    let page = first;
    for (;;) {
      const lines = [...page.communications.map((row) => communicationLine(row, language, organisation.timeZone)), ...page.customers.map((row) => customerLine(row, language))];
      if (lines.length) yield csvOf(lines, false);
      if (page.next === null) return;
      page = await this.reports.rows(actor, key, { ...input, limit: PAGE, cursor: page.next }, PAGE);
    }
  }
}
