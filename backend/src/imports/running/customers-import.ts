import type { EntityManager } from 'typeorm';
import { type AskedCustomer, type CustomerChange, type NewCustomer, customersByContact, customersByExternalId, customersById, insertCustomers, changeCustomers } from '../../customers/index.ts';
import type { Actor } from '../../people/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Vocabulary } from '../mapping/words.ts';
import { type CustomerDraft, type Today, customerDraft } from '../rows/customer-draft.ts';
import { type ReadRow, type RowIssue, type RowReader, issueOf } from '../rows/row-reader.ts';
import { changedOnRecord } from '../undo/journal.ts';
import { changeOf, newCustomer, stageChange } from './customer-changes.ts';
import { type BatchPlan, type Importer, type PlannedRow, Seen, allIssues } from './planned-row.ts';

interface Setting extends Today {
  actor: Actor;
  importId: string;
  now: Date;
}

interface Found {
  byId: ReadonlyMap<string, AskedCustomer>;
  byExternalId: ReadonlyMap<string, AskedCustomer>;
  byContact: ReadonlyMap<string, string>;
}

/** Plans and writes rows as customers. */
export class CustomersImport implements Importer {
  private readonly seen = new Seen();

  constructor(
    private readonly reader: RowReader,
    private readonly vocabulary: Vocabulary,
    private readonly setting: Setting,
  ) {}

  async remember(tx: EntityManager, rows: readonly ReadRow[]): Promise<void> {
    const drafts = rows.flatMap((row) => {
      const { draft, issues } = customerDraft(row, this.reader, this.vocabulary, this.setting);
      return allIssues(row, issues).length === 0 ? [draft] : [];
    });
    const found = await this.find(tx, drafts);
    for (const draft of drafts) this.earlierOf(draft, existingOf(draft, found));
  }

  async plan(tx: EntityManager, rows: readonly ReadRow[]): Promise<BatchPlan> {
    const drafts = rows.map((row) => {
      const { draft, issues } = customerDraft(row, this.reader, this.vocabulary, this.setting);
      return { draft, issues: allIssues(row, issues) };
    });
    const found = await this.find(tx, drafts.map(({ draft }) => draft));
    const added: NewCustomer[] = [];
    const changed: CustomerChange[] = [];
    const planned = drafts.map(({ draft, issues }) => this.planOne(draft, issues, found, added, changed));
    const by = { personId: this.setting.actor.personId, at: this.setting.now, importId: this.setting.importId };
    return {
      rows: planned,
      write: async () => {
        await insertCustomers(tx, added, by);
        await changedOnRecord(tx, by.importId, 'customers', changed.map(({ existing }) => existing.id), () => changeCustomers(tx, changed, by));
      },
    };
  }

  private async find(tx: EntityManager, drafts: readonly CustomerDraft[]): Promise<Found> {
    const known = await customersById(tx, this.setting.actor, drafts.flatMap(({ id }) => id ?? []));
    const others = drafts.filter(({ id }) => id === null);
    const existing = await customersByExternalId(tx, this.setting.actor, others.flatMap(({ externalId }) => externalId ?? []));
    const nameless = others.filter(({ externalId }) => externalId === null);
    const byContact = await customersByContact(tx, this.setting.actor, nameless.flatMap(({ values }) => values.name ?? []), nameless.flatMap(({ points }) => points.map(({ key }) => key)));
    return {
      byId: new Map(known.map((customer) => [customer.askedAs, customer])),
      byExternalId: new Map(existing.map((customer) => [customer.askedAs, customer])),
      byContact: new Map(byContact.map(({ name, searchKey, id }) => [`contact ${name}\u0000${searchKey}`, id])),
    };
  }

  private planOne(draft: CustomerDraft, issues: readonly RowIssue[], found: Found, added: NewCustomer[], changed: CustomerChange[]): PlannedRow {
    const row = { line: draft.line, text: textOf(draft), issues };
    if (issues.length) return { ...row, fate: 'error' };
    const existing = existingOf(draft, found);
    const problem = this.problemOf(draft, existing);
    if (problem) return { ...row, fate: 'error', issues: [problem] };
    const repeated = this.repetitionOf(draft, existing, found);
    if (repeated) return { ...row, fate: 'duplicate', issues: [repeated] };
    if (!existing) {
      added.push(newCustomer(newId(), draft, this.vocabulary, this.setting));
      return { ...row, fate: 'new' };
    }
    const change = changeOf(existing, draft, this.setting);
    if (change) changed.push(change);
    return { ...row, fate: change ? 'update' : 'unchanged' };
  }

  private repetitionOf(draft: CustomerDraft, existing: AskedCustomer | undefined, { byContact }: Found): RowIssue | null {
    const earlier = this.earlierOf(draft, existing);
    if (earlier) return earlier;
    if (existing?.isArchived) return issueOf(this.reader.columnFor('externalId'), 'customer_is_archived');
    return draft.externalId === null && draft.identities.some((identity) => byContact.has(identity)) ? issueOf('', 'customer_exists') : null;
  }

  /** An earlier row of the file for the same customer: the same one, or one of a record that was merged with it. The first one counts, else the two would overwrite each other with every import. */
  private earlierOf(draft: CustomerDraft, existing: AskedCustomer | undefined): RowIssue | null {
    const same = this.seen.before(draft.identities, draft.line);
    if (same !== null) return issueOf('', 'same_as_line', { line: same });
    const merged = existing ? this.seen.before([`customer ${existing.id}`], draft.line) : null;
    return merged === null ? null : issueOf('', 'same_customer_as_line', { line: merged });
  }

  /** Rows go only where the importer can see them, and required fields are asked of customers that are new. */
  private problemOf(draft: CustomerDraft, existing: AskedCustomer | undefined): RowIssue | null {
    const { values, fields } = draft;
    const { sees } = this.setting.actor;
    if (draft.id !== null && !existing) return issueOf(this.reader.columnFor('tangentId'), 'no_such_customer');
    if (this.lacksReason(draft, existing)) return issueOf(this.reader.columnFor('stageReason'), 'reason_required');
    if (existing && draft.id !== null && draft.externalId !== null && ![existing.externalId, existing.askedExternalId].includes(draft.externalId)) return issueOf(this.reader.columnFor('externalId'), 'external_id_differs');
    if (existing && !existing.isVisible) return issueOf(this.reader.columnFor('externalId'), 'external_id_taken');
    if (existing) return null;
    const isWithin = sees.all || (values.ownerId && sees.ownerIds.includes(values.ownerId)) || (values.teamId && sees.teamIds.includes(values.teamId));
    if (!isWithin) return issueOf(this.reader.columnFor('owner'), 'owner_required');
    const missing = this.vocabulary.fields.find(({ key, isRequired }) => isRequired && fields[key] === undefined);
    return missing ? issueOf(this.reader.columnFor(`field:${missing.key}`), 'required') : null;
  }

  /** Whether the row moves a customer to a lost stage without saying why; a customer that is in it already was asked then. */
  private lacksReason({ stage }: CustomerDraft, existing: AskedCustomer | undefined): boolean {
    const moved = existing ? stageChange(existing, stage, this.setting) : stage;
    return moved !== null && !moved.reason && this.vocabulary.stages.find(({ id }) => id === moved.stageId)?.kind === 'lost';
  }
}

const existingOf = (draft: CustomerDraft, found: Found): AskedCustomer | undefined => (draft.id === null ? found.byExternalId.get(draft.externalId ?? '') : found.byId.get(draft.id));

const textOf = ({ values, points, externalId }: CustomerDraft): string =>
  [values.name, externalId?.startsWith('csv:') ? null : externalId, points[0]?.value].filter(Boolean).join(' · ').slice(0, 200);
