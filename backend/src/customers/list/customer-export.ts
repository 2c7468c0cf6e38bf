import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { localDateOf } from '../../kernel/index.ts';
import { type Actor, Person, Team } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../platform/csv/csv.ts';
import { fieldDefinitions } from '../fields/definitions.ts';
import { Stage } from '../stages/stage.entity.ts';
import { Tier } from '../tiers/tier.entity.ts';
import { CustomerList, type Listed } from './customer-list.ts';
import { type ExportNames, type ExportRow, cellsOf, headsOf } from './export-columns.ts';
import { EXPORT_COLUMNS, type ExportCustomers } from './list.dto.ts';
import { ROW_COLUMNS } from './row.ts';
import { type Position, Sorting } from './sorting.ts';

const BATCH = 1_000;
const ROW = `(SELECT row_to_json(r) FROM (SELECT ${ROW_COLUMNS}, c.external_id AS "externalId") r)`;

/** The list of customers as a CSV file. */
@Injectable()
export class CustomerExport {
  constructor(
    private readonly source: DataSource,
    private readonly list: CustomerList,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The customers that fit the filter, read in batches while they are sent. Written down in the audit before the first one leaves. */
  async csv(actor: Actor, { sort = 'name', columns = [...EXPORT_COLUMNS], ...filter }: ExportCustomers): Promise<StreamableFile> {
    const names = await this.names(actor);
    const count = await this.list.count(actor, filter);
    await this.audit.record(this.source.manager, actor, 'customers.exported', null, { count, columns, filter, sort });
    const name = `customers-${localDateOf(this.clock.now(), actor.timeZone)}.csv`;
    const text = Readable.from(this.lines(actor, { ...filter, sort, columns }, names), { objectMode: false, highWaterMark: 65_536 });
    return new StreamableFile(text, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}"` });
  }

  private async *lines(actor: Actor, { sort = 'name', columns = [], ...filter }: ExportCustomers, names: ExportNames): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine(headsOf(columns, names));
    const sorting = new Sorting(sort);
    let after: Position | null = null;
    do {
      const batch: Listed<ExportRow>[] = await this.list.rows<ExportRow>(actor, filter, sorting, after, BATCH, ROW);
      if (batch.length) yield batch.map(({ row }) => csvLine(cellsOf(columns, row, names))).join('');
      after = batch.length === BATCH ? (batch.at(-1) as Position) : null;
    } while (after);
  }

  private async names({ language, timeZone }: Actor): Promise<ExportNames> {
    const [people, teams] = [await this.source.getRepository(Person).find({ select: { id: true, name: true, email: true } }), await this.source.getRepository(Team).find()];
    const [tiers, stages] = [await this.source.getRepository(Tier).find(), await this.source.getRepository(Stage).find()];
    return {
      language, timeZone, fields: await fieldDefinitions(this.source),
      people: peopleWords(people), teams: new Map(teams.map(({ id, name }) => [id, name])),
      tiers: new Map(tiers.map(({ id, names }) => [id, names])), stages: new Map(stages.map(({ id, names }) => [id, names])),
    };
  }
}

/** The name of each person; the e-mail address of those who share theirs, so that an import knows whom it means. */
function peopleWords(people: readonly Pick<Person, 'id' | 'name' | 'email'>[]): Map<string, string> {
  const key = (name: string): string => name.normalize('NFKC').toLowerCase();
  const times = new Map<string, number>();
  for (const { name } of people) times.set(key(name), (times.get(key(name)) ?? 0) + 1);
  return new Map(people.map(({ id, name, email }) => [id, times.get(key(name)) === 1 ? name : email]));
}
