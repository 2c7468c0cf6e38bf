import type { EntityManager } from 'typeorm';
import { type FieldError, type Language, type LocalisedNames, invalidFields, nameIn } from '../kernel/index.ts';
import type { Actor } from '../people/index.ts';
import { rows, statement } from '../platform/database/statements.ts';
import type { Pair } from './joining.ts';
import type { MergeFieldView } from './merging.dto.ts';

/** A customer with the words that its row points to. */
export interface FieldFacts {
  readonly id: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly ownerName: string | null;
  readonly teamName: string | null;
  readonly tier: LocalisedNames;
  readonly stage: LocalisedNames;
  readonly channel: LocalisedNames | null;
}

/** A custom field in use. */
export interface CustomFacts {
  readonly id: string;
  readonly key: string;
  readonly choices: readonly { key: string; names: LocalisedNames }[];
  readonly isRequired: boolean;
}

interface Field {
  readonly key: string;
  /** The columns that go together; none for what is derived from records. */
  readonly columns: readonly string[];
  readonly shown?: (facts: FieldFacts, language: Language) => string | null;
}

const span = (from: unknown, until: unknown): string | null => (typeof from === 'string' && typeof until === 'string' ? `${from.trim()}–${until.trim()}` : null);

/** What is chosen from one of the two; tags and channels that are not wanted are taken from both, and of the days first known the earlier one. */
export const FIELDS: readonly Field[] = [
  { key: 'name', columns: ['name', 'sort_name'], shown: ({ row }) => textOf(row['name']) },
  { key: 'kind', columns: ['kind'] },
  { key: 'ownerId', columns: ['owner_id', 'team_id'], shown: ({ ownerName, teamName }) => [ownerName, teamName && (ownerName ? `(${teamName})` : teamName)].filter(Boolean).join(' ') || null },
  { key: 'tierId', columns: ['tier_id'], shown: ({ tier }, language) => nameIn(tier, language) },
  { key: 'stageId', columns: [], shown: ({ stage }, language) => nameIn(stage, language) },
  { key: 'source', columns: ['source'] },
  { key: 'industry', columns: ['industry'] },
  { key: 'region', columns: ['region'] },
  { key: 'isServed', columns: ['is_served'] },
  { key: 'servedBy', columns: ['served_by'] },
  { key: 'note', columns: ['note'] },
  { key: 'formOfAddress', columns: ['form_of_address'] },
  { key: 'preferredChannelId', columns: ['preferred_channel_id'], shown: ({ channel }, language) => channel && nameIn(channel, language) },
  { key: 'preferredHours', columns: ['preferred_from', 'preferred_until'], shown: ({ row }) => span(row['preferred_from'], row['preferred_until']) },
  { key: 'quietHours', columns: ['quiet_from', 'quiet_until'], shown: ({ row }) => span(row['quiet_from'], row['quiet_until']) },
  { key: 'timeZone', columns: ['time_zone'] },
  { key: 'externalId', columns: ['external_id'] },
];

const factsOf = statement(
  'merge_field_facts',
  `SELECT c.id, to_jsonb(c) AS row, o.name AS "ownerName", t.name AS "teamName", r.names AS tier, s.names AS stage, h.names AS channel
   FROM customers c LEFT JOIN people o ON o.id = c.owner_id LEFT JOIN teams t ON t.id = c.team_id JOIN tiers r ON r.id = c.tier_id JOIN stages s ON s.id = c.stage_id
   LEFT JOIN channels h ON h.id = c.preferred_channel_id WHERE c.id = ANY($1::uuid[])`,
);
const customFields = statement('merge_custom_fields', 'SELECT id, key, choices, is_required AS "isRequired" FROM custom_fields WHERE archived_at IS NULL ORDER BY position, key');

/** Both customers, field by field. */
export class BothFields {
  private constructor(
    readonly kept: FieldFacts,
    readonly other: FieldFacts,
    readonly custom: readonly CustomFacts[],
  ) {}

  /** Reads them; both are held by the transaction. */
  static async read(tx: EntityManager, { keptId, otherId }: Pair): Promise<BothFields> {
    const facts = await rows<FieldFacts & Record<string, unknown>>(tx, factsOf, [[keptId, otherId]]);
    const [kept, other] = [keptId, otherId].map((id) => facts.find((row) => row.id === id));
    if (!kept || !other) throw new Error('both customers are held');
    return new BothFields(kept, other, await rows<CustomFacts & Record<string, unknown>>(tx, customFields));
  }

  /** Every field with both its values, as the reader's language shows them. */
  views({ language }: Actor): MergeFieldView[] {
    const own = FIELDS.map((field) => ({ key: field.key, ...this.shownOf(field, language), differs: this.differs(field) }));
    const custom = this.custom.map(({ id, key, choices }) => {
      const shown = (facts: FieldFacts): string | null => chosenOf(choices, fieldsIn(facts)[key], language) ?? textOf(fieldsIn(facts)[key]);
      return { key: `custom.${id}`, kept: shown(this.kept), other: shown(this.other), differs: fieldsIn(this.kept)[key] !== fieldsIn(this.other)[key] };
    });
    return [...own, ...custom];
  }

  /** Whether the two have different values in it. */
  readonly differs = ({ key, columns }: Field): boolean =>
    key === 'stageId' ? this.kept.row['stage_id'] !== this.other.row['stage_id'] : columns.some((column) => (this.kept.row[column] ?? null) !== (this.other.row[column] ?? null));

  /** The columns that `take` names, and the values of custom fields after it; refused beside `take` where it names what there is not, or would leave empty what has to be there. */
  taken(take: readonly string[]): { columns: string[]; fields: Record<string, unknown>; differing: string[] } {
    const errors: FieldError[] = take.filter((key) => !FIELDS.some((field) => field.key === key) && !this.custom.some(({ id }) => key === `custom.${id}`)).map((key) => ({ field: 'take', code: 'unknown_field', params: { key } }));
    const values = new Map(Object.entries(fieldsIn(this.kept)));
    for (const { id, key, isRequired } of this.custom.filter(({ id }) => take.includes(`custom.${id}`))) {
      const value = fieldsIn(this.other)[key];
      if (value !== undefined) values.set(key, value);
      else if (isRequired) errors.push({ field: 'take', code: 'required', params: { key: `custom.${id}` } });
      else values.delete(key);
    }
    if (errors.length) throw invalidFields(errors);
    const chosen = FIELDS.filter((field) => take.includes(field.key) && this.differs(field));
    return { columns: chosen.flatMap(({ columns }) => columns), fields: Object.fromEntries(values), differing: chosen.map(({ key }) => key) };
  }

  private shownOf({ columns, shown }: Field, language: Language): { kept: string | null; other: string | null } {
    const plain = (facts: FieldFacts): string | null => (shown ? shown(facts, language) : textOf(facts.row[columns[0] ?? '']));
    return { kept: plain(this.kept), other: plain(this.other) };
  }
}

const fieldsIn = ({ row }: FieldFacts): Readonly<Record<string, unknown>> => (row['fields'] ?? {}) as Record<string, unknown>;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value.trim() || null : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null);

const chosenOf = (choices: CustomFacts['choices'], value: unknown, language: Language): string | null => {
  const choice = choices.find(({ key }) => key === value);
  return choice ? nameIn(choice.names, language) : null;
};
