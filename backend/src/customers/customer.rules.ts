import type { FieldError, LocalDate } from '../kernel/index.ts';

/** When a customer wants to be contacted and when not, in local times HH:mm. */
export interface ContactHours {
  readonly preferredFrom: string | null;
  readonly preferredUntil: string | null;
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
}

/** What is wrong with contact hours: each span needs both ends; the preferred one lies within a day, the quiet one may span midnight. */
export function wrongWithHours({ preferredFrom, preferredUntil, quietFrom, quietUntil }: ContactHours): FieldError[] {
  const errors: FieldError[] = [];
  if ((preferredFrom === null) !== (preferredUntil === null)) errors.push({ field: preferredFrom === null ? 'preferredFrom' : 'preferredUntil', code: 'required' });
  else if (preferredFrom !== null && preferredUntil !== null && preferredUntil <= preferredFrom) errors.push({ field: 'preferredUntil', code: 'ends_before_it_starts' });
  if ((quietFrom === null) !== (quietUntil === null)) errors.push({ field: quietFrom === null ? 'quietFrom' : 'quietUntil', code: 'required' });
  else if (quietFrom !== null && quietFrom === quietUntil) errors.push({ field: 'quietUntil', code: 'ends_before_it_starts' });
  return errors;
}

/** What is wrong with the day since which a customer is known: it is over or today. */
export const wrongWithKnownSince = (knownSinceOn: LocalDate, today: LocalDate): FieldError[] =>
  knownSinceOn > today ? [{ field: 'knownSinceOn', code: 'in_the_future' }] : [];
