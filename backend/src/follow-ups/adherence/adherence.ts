import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Rate, decodeCursor, localDateOf, nameIn, notFound, pageOf, periodOf, rate } from '../../kernel/index.ts';
import { type NormReason, NormReads, nearestNorm, renderedScript } from '../../norms/index.ts';
import { type Actor, Person } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../platform/csv/csv.ts';
import { freshRows, rows } from '../../platform/database/statements.ts';
import type { AdherenceFiguresView, AdherencePage, AdherencePageQuery, AdherenceQuery, AdherenceRowView, AdherenceRowsQuery, AdherenceShareView, AdherenceView, ApplyingNormQuery, ApplyingNormView } from './adherence.dto.ts';
import { adherenceOf, adherenceRowsOf, contactOf } from './adherence.statements.ts';
import { ANSWERS, HEADS } from './words.ts';

const PAGE = 50;
const CSV_PAGE = 1_000;
const START = ['2200-01-01T00:00:00Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

interface Counted {
  normId: string | null;
  personId: string | null;
  level: number;
  contacts: number;
  answered: number;
  required: number;
  ticked: number;
  asking: number;
  complete: number;
}
interface ContactFacts extends Record<'customer' | 'company' | 'contact' | 'purpose' | 'place', string | null> {
  itemNormId: string | null;
  channelId: string | null;
  contactKind: never;
}

const NOTHING = { contacts: 0, answered: 0, required: 0, ticked: 0, asking: 0, complete: 0 };
// What GROUPING answers for rows of one norm, of one author, and of all.
const [BY_NORM, BY_PERSON, IN_ALL] = [1, 2, 3];

/** Which norm a contact follows, and how far norms were followed. Every number is counted over the customers that the reader sees. */
@Injectable()
export class Adherence {
  constructor(
    private readonly source: DataSource,
    private readonly norms: NormReads,
    private readonly audit: Audit,
  ) {}

  /** The norm of a contact that is about to be made, with its script in the customer's name; 404 out of scope. */
  async applying(actor: Actor, { customerId, channelId, touchpointId }: ApplyingNormQuery): Promise<ApplyingNormView> {
    const { text, values } = contactOf(actor);
    const [contact] = await rows<ContactFacts & Record<string, unknown>>(this.source, text, [customerId, channelId ?? null, touchpointId ?? null, ...values]);
    if (!contact) throw notFound();
    const found = nearestNorm(await this.norms.inForce(this.source), contact);
    if (!found) return { norm: null };
    const script = renderedScript(found.norm.script, { ...contact, me: actor.name });
    return { norm: { ...appliedNorm(found), script } };
  }

  /** Adherence by norm and by author. */
  async of(actor: Actor, { from, until }: AdherenceQuery): Promise<AdherenceView> {
    const period = periodOf(from, until);
    const { text, values } = adherenceOf(actor);
    const counted = await freshRows<Counted & Record<string, unknown>>(this.source, text, [period.from, period.until, ...values]);
    const norms = new Map((await this.norms.all()).map(({ id, name }) => [id, name]));
    const people = new Map((await this.source.getRepository(Person).find({ select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
    const at = (level: number): Counted[] => counted.filter((row) => row.level === level).sort((a, b) => b.contacts - a.contacts || ((a.normId ?? a.personId ?? '') < (b.normId ?? b.personId ?? '') ? -1 : 1));
    return {
      total: figuresOf(at(IN_ALL)[0] ?? NOTHING),
      norms: at(BY_NORM).map((row) => ({ normId: row.normId as string, name: norms.get(row.normId as string) ?? '', ...figuresOf(row) })),
      people: at(BY_PERSON).map((row) => ({ personId: row.personId as string, name: people.get(row.personId as string) ?? '', ...figuresOf(row) })),
    };
  }

  /** A page of the communications behind those numbers. */
  async rows(actor: Actor, { after, ...asked }: AdherencePageQuery): Promise<AdherencePage> {
    const found = await this.page(actor, asked, after === undefined ? START : decodeCursor(after, ['instant', 'uuid']), PAGE + 1);
    const { items, next } = pageOf(found, PAGE, ({ occurredAt, followUpId }) => [occurredAt, followUpId]);
    return { items: [...items], next };
  }

  /** All of them as CSV, written down in the audit. */
  async file(actor: Actor, asked: AdherenceRowsQuery): Promise<StreamableFile> {
    periodOf(asked.from, asked.until);
    await this.audit.record(this.source.manager, actor, 'norm_adherence.exported', asked.normId ?? null, { ...asked });
    return new StreamableFile(Readable.from(this.lines(actor, asked), { objectMode: false }), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="norm-adherence-${asked.from}.csv"` });
  }

  private page(actor: Actor, { from, until, normId, personId }: AdherenceRowsQuery, after: readonly unknown[], most: number): Promise<AdherenceRowView[]> {
    const period = periodOf(from, until);
    const { text, values } = adherenceRowsOf(actor);
    return freshRows<AdherenceRowView & Record<string, unknown>>(this.source, text, [period.from, period.until, normId ?? null, personId ?? null, ...after, most, ...values]);
  }

  private async *lines(actor: Actor, asked: AdherenceRowsQuery): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine(HEADS.map((head) => nameIn(head, actor.language)));
    for (let after: readonly unknown[] | null = START; after; ) {
      const found: AdherenceRowView[] = await this.page(actor, asked, after, CSV_PAGE);
      if (found.length) yield found.map((row) => csvLine(cellsOf(row, actor))).join('');
      const last: AdherenceRowView | undefined = found.at(-1);
      after = last && found.length === CSV_PAGE ? [last.occurredAt, last.followUpId] : null;
    }
  }
}

/** A norm in force as a contact follows it; its script is still to be filled. */
export const appliedNorm = ({ norm, because }: { norm: Awaited<ReturnType<NormReads['inForce']>>[number]; because: NormReason }): NonNullable<ApplyingNormView['norm']> => ({
  normId: norm.normId, versionId: norm.versionId, number: norm.number, name: norm.name, because, checklist: norm.checklist, script: norm.script, dos: norm.dos, donts: norm.donts,
  responseMinutes: norm.responseMinutes, isResponseInWorkingTime: norm.isResponseInWorkingTime,
});

const cellsOf = (row: AdherenceRowView, { language, organisation }: Actor): string[] => [
  localDateOf(row.occurredAt, organisation.timeZone), row.customerName, row.authorName, row.normName, String(row.number), nameIn(row.isAnswered ? ANSWERS.yes : ANSWERS.no, language),
  String(row.required), String(row.tickedRequired), row.missing.join('; '),
];

const shareOf = ({ value, count, n, interval }: Rate): AdherenceShareView => ({ value, count, n, low: interval?.low ?? null, high: interval?.high ?? null });

const figuresOf = ({ contacts, answered, required, ticked, asking, complete }: typeof NOTHING): AdherenceFiguresView =>
  ({ contacts, answered: shareOf(rate(answered, contacts)), adherence: shareOf(rate(ticked, required)), complete: shareOf(rate(complete, asking)) });
