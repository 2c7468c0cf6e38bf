import { type LocalDate, type WorkingCalendar, addDays, addWorkingDays, nextWorkingDay, startOfIsoWeek } from '../../kernel/index.ts';

/** Why a channel is proposed. */
export type ChannelBecause = 'asked' | 'touchpoint_due' | 'preferred' | 'cadence' | 'last_used' | 'first';

/** Channels that may be proposed, the most fitting first. */
export interface ChannelFacts {
  /** The one that is already chosen in the sheet. */
  readonly asked: string | null;
  /** Of the open touchpoint that is due. */
  readonly touchpointDue: string | null;
  readonly preferred: string | null;
  /** Those that the customer's cadence prefers, the best first. */
  readonly cadence: readonly string[];
  readonly lastUsed: string | null;
  /** Every channel in use, in its order. */
  readonly all: readonly string[];
  readonly doNotContact: readonly string[];
}

/** The channel to begin with: the chosen one, else that of the touchpoint due, the preferred, the cadence's, the last used, the first; never one that the customer does not want. */
export function channelFor({ asked, touchpointDue, preferred, cadence, lastUsed, all, doNotContact }: ChannelFacts): { channelId: string | null; because: ChannelBecause } {
  if (asked) return { channelId: asked, because: 'asked' };
  const ranked: readonly (readonly [string | null, ChannelBecause])[] = [[touchpointDue, 'touchpoint_due'], [preferred, 'preferred'], ...cadence.map((id) => [id, 'cadence'] as const), [lastUsed, 'last_used']];
  const found = ranked.find(([channelId]) => channelId !== null && all.includes(channelId) && !doNotContact.includes(channelId));
  if (found) return { channelId: found[0], because: found[1] };
  return { channelId: all.find((channelId) => !doNotContact.includes(channelId)) ?? null, because: 'first' };
}

/** Another channel than the one that stays silent: the preferred, else the one on which the customer was reached most, else the next in order; null when there is none. */
export function otherChannel(silent: string, { preferred, reached, all, doNotContact }: { preferred: string | null; reached: string | null; all: readonly string[]; doNotContact: readonly string[] }): string | null {
  const isPossible = (channelId: string | null): channelId is string => channelId !== null && channelId !== silent && all.includes(channelId) && !doNotContact.includes(channelId);
  return [preferred, reached, ...all].find(isPossible) ?? null;
}

/** The dates that one press sets: one and three working days, a week (or the next open day after it), the next Monday (or the next open day after it). */
export function quickDates(today: LocalDate, calendar: WorkingCalendar): { key: 'plus1' | 'plus3' | 'plus1week' | 'nextMonday'; dueOn: LocalDate }[] {
  return [
    { key: 'plus1', dueOn: addWorkingDays(today, 1, calendar) },
    { key: 'plus3', dueOn: addWorkingDays(today, 3, calendar) },
    { key: 'plus1week', dueOn: nextWorkingDay(addDays(today, 7), calendar) },
    { key: 'nextMonday', dueOn: nextWorkingDay(addDays(startOfIsoWeek(today), 7), calendar) },
  ];
}
