import type { EntityManager } from 'typeorm';
import type { FieldChoice } from '../customers/index.ts';
import { conflict, localisedNames } from '../kernel/index.ts';
import type { Entry, ListName } from './entries.ts';
import { freeKey, slugOf } from './entry.rules.ts';
import type { ChoiceInput } from './vocabulary.dto.ts';

interface Kinded {
  kind?: string;
  choices?: ChoiceInput[];
}

const USED: Partial<Record<ListName, string>> = {
  stages: 'SELECT EXISTS (SELECT FROM stage_changes WHERE to_stage_id = $1) AS used',
  dispositions: 'SELECT EXISTS (SELECT FROM follow_ups WHERE disposition_id = $1) AS used',
  fields: 'SELECT EXISTS (SELECT FROM customers WHERE fields ? (SELECT key FROM custom_fields WHERE id = $1)) AS used',
};

/** Refuses a change that would give records of the past another meaning: the kind of a used entry, a used choice taken away. */
export async function refuseChangeOfUsed(tx: EntityManager, list: ListName, before: Entry & { choices?: FieldChoice[] }, given: Kinded): Promise<void> {
  const question = USED[list];
  if (question && given.kind !== before.kind) {
    const [answer] = await tx.query<[{ used: boolean }]>(question, [before.id]);
    if (answer.used) throw conflict('kind_is_in_use');
  }
  const gone = (before.choices ?? []).map(({ key }) => key).filter((key) => !(given.choices ?? []).some((choice) => choice.key === key));
  if (!gone.length) return;
  const [answer] = await tx.query<[{ used: boolean }]>('SELECT EXISTS (SELECT FROM customers WHERE fields ->> $1 = ANY($2)) AS used', [before.key, gone]);
  if (answer.used) throw conflict('choice_is_in_use');
}

/** Gives new choices their key. */
export function withChoiceKeys<T extends Kinded>(given: T): T {
  if (!given.choices) return given;
  const taken = new Set(given.choices.flatMap(({ key }) => key ?? []));
  const choices = given.choices.map((choice, i) => {
    const names = localisedNames(choice.names, `choices.${i}.names`);
    const key = choice.key ?? freeKey(slugOf(names), taken);
    taken.add(key);
    return { key, names };
  });
  return { ...given, choices };
}
