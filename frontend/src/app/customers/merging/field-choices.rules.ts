import type { View } from '../../core/api';

type Field = Pick<View<'MergeFieldView'>, 'key' | 'kept' | 'other' | 'differs'>;

/** Whose value stays in a field: that of the customer that stays, or that of the other one. */
export type Side = 'kept' | 'other';

/** Whose values the person chose, by field: the identifier of the customer, so that a choice outlives changing which one stays. */
export type Choices = Readonly<Record<string, string>>;

/** Whose value stays; without a choice that of the customer that stays, or the other's where it has none. */
export function sideOf({ key, kept, other }: Field, choices: Choices, otherId: string): Side {
  const chosen = choices[key];
  if (chosen !== undefined) return chosen === otherId ? 'other' : 'kept';
  return kept === null && other !== null ? 'other' : 'kept';
}

/** The fields whose values are taken from the other customer. */
export function takenOf(fields: readonly Field[], choices: Choices, otherId: string): string[] {
  return fields.filter((field) => field.differs && sideOf(field, choices, otherId) === 'other').map(({ key }) => key);
}
