import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Beginnings } from '../platform/beginnings.ts';
import { Clock } from '../platform/clock.ts';
import { rows, statement } from '../platform/database/statements.ts';
import { officialRegionOf } from './official.rules.ts';
import { shippedYear } from './shipped-days.ts';

/** What stands in `calendar_days.source`. */
export const SOURCES = { manual: 'manual', file: 'file', arrangement: 'cn_arrangement', statutory: 'cn_statutory' } as const;

/** Whether a day comes from an official calendar. */
export const isOfficial = (source: string): boolean => source === SOURCES.arrangement || source === SOURCES.statutory;

const zone = statement('organisation_zone', 'SELECT time_zone AS "timeZone" FROM organisation');
const sourcesOfYear = statement('calendar_sources_of_year', 'SELECT DISTINCT source FROM calendar_days WHERE region = $2 AND day >= make_date($1, 1, 1) AND day < make_date($1 + 1, 1, 1)');
const clear = statement('clear_calendar_year', `DELETE FROM calendar_days WHERE region = $3 AND day >= make_date($1, 1, 1) AND day < make_date($1 + 1, 1, 1) AND (source <> 'manual' OR $2)`);
const fill = statement(
  'fill_calendar_year',
  `INSERT INTO calendar_days (region, day, kind, name, source) SELECT $5, d.day, d.kind, d.name, $4 FROM unnest($1::date[], $2::text[], $3::text[]) AS d(day, kind, name) ON CONFLICT (region, day) DO NOTHING`,
);

/**
 * Puts the shipped official calendar into the organisation's own, which people may then edit: last, this and next year
 * when an installation in mainland China is set up or started, any year on demand.
 */
@Injectable()
export class OfficialCalendar implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly source: DataSource,
    private readonly beginnings: Beginnings,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.beginnings.add((tx) => this.catchUp(tx));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.source.transaction((tx) => this.catchUp(tx));
  }

  /** Replaces the official days of a year in a region by the shipped ones; days entered by hand win unless `replacesManual`. */
  async load(tx: EntityManager, year: number, { replacesManual = false, region = '' } = {}): Promise<void> {
    const { completeness, days } = shippedYear(year);
    await rows(tx, clear, [year, replacesManual, region]);
    const source = completeness === 'arrangement' ? SOURCES.arrangement : SOURCES.statutory;
    await rows(tx, fill, [days.map(({ day }) => day), days.map(({ kind }) => kind), days.map(({ name }) => name), source, region]);
  }

  /** Loads years that hold nothing yet, and the yearly notice where so far only the days named by law were known. Touches no year that people edited. */
  async catchUp(tx: EntityManager): Promise<void> {
    const [organisation] = await rows<{ timeZone: string }>(tx, zone);
    if (!organisation || officialRegionOf(organisation.timeZone) !== 'CN') return;
    const thisYear = this.clock.now().getUTCFullYear();
    for (const year of [thisYear - 1, thisYear, thisYear + 1]) {
      const found = await rows<{ source: string }>(tx, sourcesOfYear, [year, '']);
      const isBetter = found.length === 0 || (shippedYear(year).completeness === 'arrangement' && found.every(({ source }) => source === SOURCES.statutory));
      if (isBetter) await this.load(tx, year);
    }
  }
}
