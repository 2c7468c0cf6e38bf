import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Channel } from '../../channels/index.ts';
import { type LocalisedNames, nameIn } from '../../kernel/index.ts';
import { type Actor, Person } from '../../people/index.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../platform/csv/csv.ts';
import type { OverContactedView, OwnerAbsentView } from './coverage.dto.ts';

const words = (en: string, zhHans: string, zhHant: string): LocalisedNames => ({ en, zhHans, zhHant });
const CUSTOMER = words('Customer', '客户', '客戶');
const OWNER = words('Owner', '负责人', '負責人');
const OVER_CONTACTED = [CUSTOMER, OWNER, words('Outbound contacts in 7 days', '7 天内主动接触', '7 天內主動接觸'), words('From', '起始日', '起始日'), words('Contacts', '接触', '接觸')];
const OWNER_ABSENT = [CUSTOMER, OWNER, words('Due', '到期', '到期'), words('Purpose', '目的', '目的'), words('Reason', '原因', '原因'), words('Back on', '返回日', '返回日')];
const REASONS = { away: words('away', '缺勤', '缺勤'), deactivated: words('has left', '已离开', '已離開') };

type Names = ReadonlyMap<string, string>;

/** The lists of coverage as files, in the reader's language. */
@Injectable()
export class CoverageFiles {
  constructor(private readonly source: DataSource) {}

  /** Customers who heard from us too often, with the contacts of their worst days. */
  async overContacted({ language }: Actor, pages: AsyncIterable<OverContactedView[]>): Promise<StreamableFile> {
    const [people, channels] = [await this.people(), new Map((await this.source.getRepository(Channel).find()).map(({ id, names }) => [id, nameIn(names, language)]))];
    const contacts = ({ records }: OverContactedView): string => records.map(({ occurredOn, channelId, authorId }) => [occurredOn, channels.get(channelId), people.get(authorId)].filter(Boolean).join(' ')).join('; ');
    return file('over-contacted', OVER_CONTACTED.map((head) => nameIn(head, language)), pages, (row) => [row.customerName, nameOf(people, row.ownerId), String(row.contacts), row.fromOn, contacts(row)]);
  }

  /** Open contacts whose owner is absent. */
  async ownerAbsent({ language }: Actor, pages: AsyncIterable<OwnerAbsentView[]>): Promise<StreamableFile> {
    const people = await this.people();
    return file('owner-absent', OWNER_ABSENT.map((head) => nameIn(head, language)), pages, (row) => [row.customerName, nameOf(people, row.ownerId), row.dueOn, row.purpose, nameIn(REASONS[row.reason], language), row.backOn ?? '']);
  }

  private async people(): Promise<Names> {
    return new Map((await this.source.getRepository(Person).find({ select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
  }
}

const nameOf = (people: Names, id: string | null): string => (id === null ? '' : (people.get(id) ?? ''));

function file<T>(name: string, heads: readonly string[], pages: AsyncIterable<T[]>, cellsOf: (row: T) => string[]): StreamableFile {
  async function* lines(): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine([...heads]);
    for await (const found of pages) yield found.map((row) => csvLine(cellsOf(row))).join('');
  }
  return new StreamableFile(Readable.from(lines(), { objectMode: false }), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}.csv"` });
}
