import { type CursorKey, decodeCursor, pageOf } from '../kernel/index.ts';
import { labelsQuery } from './labels.ts';
import type { Question } from './question.ts';
import type { Read } from './reading.ts';
import { DIMENSIONS } from './registry/dimensions.ts';
import type { CommunicationRowView, CustomerRowView, ReportRowsView, ReportTextView } from './report.dto.ts';
import { type CommunicationRow, type CustomerRow, type Opened, communicationsQuery, countQuery, customersQuery } from './sql/details.ts';

/** One page of `size` rows behind a number; the first page also counts them, which gives that very number. */
export async function pageOfRows(read: Read, question: Question, opened: Opened, { size, cursor }: { size: number; cursor: string | undefined }): Promise<ReportRowsView> {
  const [counted] = cursor === undefined ? await read<{ count: number }>(countQuery(question, opened)) : [];
  const kind = opened.column.counts;
  const common = { kind, count: counted?.count ?? null, communications: [], customers: [] };
  if (kind === 'communications') {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['instant', 'uuid']);
    const page = pageOf(await read<CommunicationRow>(communicationsQuery(question, opened, { limit: size + 1, after })), size, (row): CursorKey[] => [row.at, row.id]);
    return { ...common, communications: await communicationViews(read, page.items), next: page.next };
  }
  const after = cursor === undefined ? null : decodeCursor(cursor, ['text', 'uuid']);
  const page = pageOf(await read<CustomerRow>(customersQuery(question, opened, { limit: size + 1, after })), size, (row): CursorKey[] => [row.sort_name, row.id]);
  return { ...common, customers: await customerViews(read, page.items), next: page.next };
}

interface Label {
  key: string;
  label: string | null;
  names: ReportTextView | null;
}

async function labelled(read: Read, kind: string, keys: readonly (string | null)[]): Promise<Map<string | null, Label>> {
  const known = [...new Set(keys)].filter((key) => key !== null);
  return new Map((await read<Label>(labelsQuery(kind, known))).map((row) => [row.key, row]));
}

async function communicationViews(read: Read, items: readonly CommunicationRow[]): Promise<CommunicationRowView[]> {
  const people = await labelled(read, 'person', items.map((row) => row.author_id));
  const channels = await labelled(read, 'channel', items.map((row) => row.channel_id));
  const dispositions: Readonly<Record<string, ReportTextView>> = DIMENSIONS.contact.find(({ key }) => key === 'disposition')?.values ?? {};
  return items.map((row) => ({
    id: row.id, customerId: row.customer_id, customerName: row.customer_name, occurredAt: new Date(row.at).toISOString(),
    authorName: people.get(row.author_id)?.label ?? null, channel: channels.get(row.channel_id)?.names ?? null,
    direction: row.direction, disposition: dispositions[row.disposition_kind] ?? null, subject: row.subject, isInvalid: row.validity === 'invalid',
  }));
}

async function customerViews(read: Read, items: readonly CustomerRow[]): Promise<CustomerRowView[]> {
  const people = await labelled(read, 'person', items.map((row) => row.owner_id));
  const stages = await labelled(read, 'stage', items.map((row) => row.stage_id));
  return items.map((row) => ({
    id: row.id, name: row.name, ownerName: people.get(row.owner_id)?.label ?? null, stage: stages.get(row.stage_id)?.names ?? null,
    knownSinceOn: row.known_since_on, firstContactOn: row.first_contact_on, convertedOn: row.converted_on, isArchived: row.is_archived,
  }));
}
