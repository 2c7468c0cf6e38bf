import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { invalid } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { type DayRow, daysOf, setDayRow } from '../days.statements.ts';
import { SOURCES } from '../official-calendar.ts';
import { type FileRow, type FileWindow, readCalendarFile } from './calendar-file.ts';
import type { CalendarFileRowView, CalendarFileView, ReadCalendarFile } from './calendar-files.dto.ts';

const YEARS_AHEAD = 5;

/** Brings days in from an .ics file. */
@Injectable()
export class CalendarFiles {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What would become of each entry; refuses with `not_a_calendar` beside the text. */
  preview(given: ReadCalendarFile): Promise<CalendarFileView> {
    return this.judged(this.source, given);
  }

  /** Writes what {@link preview} says, in one transaction. */
  load(actor: Actor, given: ReadCalendarFile): Promise<CalendarFileView> {
    return this.transactions.run(actor, async (tx) => {
      const view = await this.judged(tx, given);
      const { region = '' } = given;
      for (const { day, kind, name, state } of view.rows) if (day && kind && (state === 'new' || state === 'changed')) await setDayRow(tx, { region, day, kind, name, source: SOURCES.file });
      await this.audit.record(tx, actor, 'calendar.file_loaded', null, { region, written: view.written });
      return view;
    });
  }

  /** From last year on; a calendar of the past changes nothing that is still to come. */
  private async judged(on: DataSource | EntityManager, { text, region = '', replacesManual = false }: ReadCalendarFile): Promise<CalendarFileView> {
    const year = this.clock.now().getUTCFullYear();
    const window: FileWindow = { from: `${year - 1}-01-01`, until: `${year + YEARS_AHEAD}-01-01` };
    const found = readCalendarFile(text, window);
    if (found === null) throw invalid('text', 'not_a_calendar');
    const known = new Map((await daysOf(on, region, window.from, window.until)).filter((row) => row.region === region).map((row) => [row.day, row]));
    const rows = found.map((row) => ({ ...row, state: stateOf(row, row.day === null ? undefined : known.get(row.day), replacesManual) }));
    rows.sort((a, b) => (a.day ?? '9').localeCompare(b.day ?? '9'));
    return { rows, written: rows.filter(({ state }) => state === 'new' || state === 'changed').length };
  }
}

function stateOf({ reason, kind, name }: FileRow, known: DayRow | undefined, replacesManual: boolean): CalendarFileRowView['state'] {
  if (reason !== null) return 'skipped';
  if (!known) return 'new';
  if (known.kind === kind && known.name === name) return 'unchanged';
  return known.source === SOURCES.manual && !replacesManual ? 'kept' : 'changed';
}
