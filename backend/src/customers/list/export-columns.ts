import { type Language, type LocalisedNames, localDateOf, localMinutesOf, nameIn } from '../../kernel/index.ts';
import type { FieldDefinition } from '../fields/field-values.rules.ts';
import type { CustomerRow, ExportColumn } from './list.dto.ts';

/** A customer as the export reads it. */
export interface ExportRow extends CustomerRow {
  externalId: string | null;
}

/** What identifiers are called, for whom the file is made. */
export interface ExportNames {
  readonly language: Language;
  readonly timeZone: string;
  readonly people: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  readonly tiers: ReadonlyMap<string, LocalisedNames>;
  readonly stages: ReadonlyMap<string, LocalisedNames>;
  readonly fields: readonly FieldDefinition[];
}

type Cell = (row: ExportRow, names: ExportNames) => string;

/** Heads are the words by which the import knows the same thing, so that an edited export can be imported. */
const COLUMNS: Readonly<Record<Exclude<ExportColumn, 'fields'>, { head: string; cell: Cell }>> = {
  id: { head: 'tangentId', cell: ({ id }) => id },
  name: { head: 'name', cell: ({ name }) => name },
  kind: { head: 'kind', cell: ({ kind }) => kind },
  owner: { head: 'owner', cell: ({ ownerId }, { people }) => people.get(ownerId ?? '') ?? '' },
  team: { head: 'team', cell: ({ teamId }, { teams }) => teams.get(teamId ?? '') ?? '' },
  tier: { head: 'tier', cell: ({ tierId }, { tiers, language }) => nameIn(tiers.get(tierId) ?? {}, language) },
  stage: { head: 'stage', cell: ({ stageId }, { stages, language }) => nameIn(stages.get(stageId) ?? {}, language) },
  stageSince: { head: 'stageOn', cell: ({ stageSince }, { timeZone }) => localDateOf(stageSince, timeZone) },
  source: { head: 'source', cell: ({ source }) => source ?? '' },
  industry: { head: 'industry', cell: ({ industry }) => industry ?? '' },
  region: { head: 'region', cell: ({ region }) => region ?? '' },
  served: { head: 'served', cell: ({ isServed }) => (isServed ? 'yes' : 'no') },
  servedBy: { head: 'servedBy', cell: ({ servedBy }) => servedBy ?? '' },
  tags: { head: 'tags', cell: ({ tags }) => tags.join(';') },
  phone: { head: 'phone', cell: ({ primaryPhone }) => primaryPhone ?? '' },
  email: { head: 'email', cell: ({ primaryEmail }) => primaryEmail ?? '' },
  knownSince: { head: 'knownSinceOn', cell: ({ knownSinceOn }) => knownSinceOn },
  converted: { head: 'convertedAt', cell: ({ convertedAt }, { timeZone }) => localTime(convertedAt, timeZone) },
  lastContact: { head: 'lastContactAt', cell: ({ lastContactAt }, { timeZone }) => localTime(lastContactAt, timeZone) },
  lastEffective: { head: 'lastEffectiveAt', cell: ({ lastEffectiveAt }, { timeZone }) => localTime(lastEffectiveAt, timeZone) },
  nextContact: { head: 'nextTouchpointOn', cell: ({ nextTouchpointOn }) => nextTouchpointOn ?? '' },
  respondBy: { head: 'respondBy', cell: ({ respondBy }, { timeZone }) => localTime(respondBy, timeZone) },
  archived: { head: 'archivedAt', cell: ({ archivedAt }, { timeZone }) => localTime(archivedAt, timeZone) },
  externalId: { head: 'externalId', cell: ({ externalId }) => externalId ?? '' },
};

/** The heads of the chosen columns; custom fields take one column each. */
export const headsOf = (columns: readonly ExportColumn[], { fields }: ExportNames): string[] =>
  columns.flatMap((column) => (column === 'fields' ? fields.map(({ key }) => `field:${key}`) : [COLUMNS[column].head]));

/** The cells of a customer under those heads. */
export const cellsOf = (columns: readonly ExportColumn[], row: ExportRow, names: ExportNames): string[] =>
  columns.flatMap((column) => (column === 'fields' ? names.fields.map(({ key }) => String(row.fields[key] ?? '')) : [COLUMNS[column].cell(row, names)]));

function localTime(instant: string | null, timeZone: string): string {
  if (instant === null) return '';
  const minutes = localMinutesOf(instant, timeZone);
  return `${localDateOf(instant, timeZone)} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
