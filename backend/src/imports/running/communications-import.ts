import type { EntityManager } from 'typeorm';
import { customersByExternalId, customersByName } from '../../customers/index.ts';
import { type CommunicationChange, type ExistingCommunication, type NewCommunication, changeCommunications, communicationsByExternalId, insertCommunications } from '../../follow-ups/index.ts';
import type { Actor } from '../../people/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Vocabulary } from '../mapping/words.ts';
import { type CommunicationDraft, communicationDraft } from '../rows/communication-draft.ts';
import { type ReadRow, type RowIssue, type RowReader, issueOf } from '../rows/row-reader.ts';
import { changedOnRecord } from '../undo/journal.ts';
import { type BatchPlan, type Importer, type PlannedRow, Seen, allIssues } from './planned-row.ts';

interface Setting {
  actor: Actor;
  importId: string;
  now: Date;
  timeZone: string;
}

interface Found {
  customers: ReadonlyMap<string, string | null>;
  communications: ReadonlyMap<string, ExistingCommunication>;
}

/** Plans and writes rows as communications. They ask nothing of anybody: no next step, no promised answer. */
export class CommunicationsImport implements Importer {
  private readonly seen = new Seen();
  private readonly fallback: string;

  constructor(
    private readonly reader: RowReader,
    private readonly vocabulary: Vocabulary,
    private readonly setting: Setting,
  ) {
    this.fallback = vocabulary.dispositions.find(({ kind, archivedAt }) => kind === 'not_recorded' && !archivedAt)?.id ?? vocabulary.dispositions.find(({ kind }) => kind === 'not_recorded')?.id ?? '';
  }

  remember(_tx: EntityManager, rows: readonly ReadRow[]): Promise<void> {
    for (const row of rows) {
      const { draft, issues } = this.draftOf(row);
      if (draft && issues.length === 0) this.seen.before([draft.externalId], draft.line);
    }
    return Promise.resolve();
  }

  async plan(tx: EntityManager, rows: readonly ReadRow[]): Promise<BatchPlan> {
    const drafts = rows.map((row) => ({ line: row.line, ...this.draftOf(row) }));
    const found = await this.find(tx, drafts.flatMap(({ draft }) => draft ?? []));
    const added: NewCommunication[] = [];
    const changed: CommunicationChange[] = [];
    const planned = drafts.map(({ line, draft, issues }): PlannedRow => (draft ? this.planOne(draft, issues, found, added, changed) : { line, fate: 'error', text: '', issues }));
    const by = { personId: this.setting.actor.personId, at: this.setting.now, importId: this.setting.importId };
    return {
      rows: planned,
      write: async () => {
        await insertCommunications(tx, added, by);
        await changedOnRecord(tx, by.importId, 'follow_ups', changed.map(({ existing }) => existing.id), () => changeCommunications(tx, changed, by));
      },
    };
  }

  private draftOf(row: ReadRow): { draft: CommunicationDraft | null; issues: RowIssue[] } {
    const { actor, now, timeZone } = this.setting;
    const { draft, issues } = communicationDraft(row, this.reader, { authorId: actor.personId, dispositionId: this.fallback, now, timeZone });
    return { draft, issues: allIssues(row, issues) };
  }

  private async find(tx: EntityManager, drafts: readonly CommunicationDraft[]): Promise<Found> {
    const byId = await customersByExternalId(tx, this.setting.actor, [...new Set(drafts.flatMap(({ customerExternalId }) => customerExternalId ?? []))]);
    const names = drafts.flatMap(({ customerExternalId, customerName }) => (customerExternalId === null && customerName !== null ? customerName : []));
    const byName = await customersByName(tx, this.setting.actor, [...new Set(names)]);
    const customers = new Map<string, string | null>(byId.filter(({ isVisible }) => isVisible).map(({ id, askedAs }) => [`id ${askedAs}`, id]));
    for (const { name, ids } of byName) customers.set(`name ${name}`, ids.length === 1 ? (ids[0] ?? null) : null);
    const communications = await communicationsByExternalId(tx, drafts.map(({ externalId }) => externalId));
    return { customers, communications: new Map(communications.map((record) => [record.externalId, record])) };
  }

  private planOne(draft: CommunicationDraft, issues: readonly RowIssue[], found: Found, added: NewCommunication[], changed: CommunicationChange[]): PlannedRow {
    const row = { line: draft.line, text: textOf(draft), issues };
    if (issues.length) return { ...row, fate: 'error' };
    const customerId = found.customers.get(draft.customerExternalId === null ? `name ${draft.customerName ?? ''}` : `id ${draft.customerExternalId}`);
    if (!customerId) return { ...row, fate: 'error', issues: [this.customerIssue(draft, customerId)] };
    const existing = found.communications.get(draft.externalId);
    if (existing && existing.customerId !== customerId) return { ...row, fate: 'error', issues: [issueOf(this.reader.columnFor('externalId'), 'external_id_taken')] };
    const earlier = this.seen.before([draft.externalId], draft.line);
    if (earlier !== null) return { ...row, fate: 'duplicate', issues: [issueOf('', 'same_as_line', { line: earlier })] };
    if (!existing) {
      added.push({ ...draft, id: newId(), customerId, ...this.judgementsOf(draft) });
      return { ...row, fate: 'new' };
    }
    const after = existing.isWithdrawn ? {} : differences(existing, draft);
    if (Object.keys(after).length === 0) return { ...row, fate: 'unchanged' };
    const whole = { ...existing, ...after };
    changed.push({ existing, after, ...this.judgementsOf(whole) });
    return { ...row, fate: 'update' };
  }

  private judgementsOf({ channelId, dispositionId }: { channelId: string; dispositionId: string }): { isTwoWay: boolean; isReached: boolean } {
    return {
      isTwoWay: this.vocabulary.channels.find(({ id }) => id === channelId)?.isTwoWay ?? false,
      isReached: this.vocabulary.dispositions.find(({ id }) => id === dispositionId)?.kind === 'reached',
    };
  }

  private customerIssue({ customerExternalId, customerName }: CommunicationDraft, found: string | null | undefined): RowIssue {
    const target = customerExternalId === null ? 'customerName' : 'customerExternalId';
    return issueOf(this.reader.columnFor(target), found === null ? 'several_customers' : 'no_such_customer', {}, customerExternalId ?? customerName ?? '');
  }
}

const COMPARED = { author: 'authorId', channel: 'channelId', direction: 'direction', disposition: 'dispositionId', outcome: 'outcomeId', evaluation: 'evaluation', durationSeconds: 'durationSeconds', subject: 'subject', text: 'text' } as const;

/** What a row says differently about a record that is there; a day without a time agrees with any time of that day. */
function differences(existing: ExistingCommunication, draft: CommunicationDraft): Partial<ExistingCommunication> {
  const after = Object.entries(COMPARED).filter(([target, key]) => draft.given.has(target) && existing[key] !== draft[key]).map(([, key]) => [key, draft[key]]);
  const isSameTime = draft.isDayOnly ? existing.occurredOn === draft.occurredOn : existing.occurredAt.getTime() === draft.occurredAt.getTime();
  return Object.fromEntries(isSameTime ? after : [...after, ['occurredAt', draft.occurredAt], ['occurredOn', draft.occurredOn]]) as Partial<ExistingCommunication>;
}

const textOf = ({ customerExternalId, customerName, occurredOn, subject, text }: CommunicationDraft): string =>
  [occurredOn, customerName ?? customerExternalId, subject || text].filter(Boolean).join(' · ').slice(0, 200);
