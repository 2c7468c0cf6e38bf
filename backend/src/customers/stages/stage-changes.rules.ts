import { type FieldError, type LocalDate, endOfDay, localDateOf } from '../../kernel/index.ts';
import { type DatedChange, type StageOfKind, inOrder } from './stage-history.rules.ts';

/** A change of stage as it is asked for. */
export interface AskedChange {
  readonly at: Date;
  readonly amount: number | null;
  readonly reason: string | null;
}

/** The moment of a change: an instant, the last one of a day that is over when only the day is known, so that the contacts of the day come before it, else now. */
export function momentOf({ on, at }: { on?: LocalDate; at?: string }, now: Date, timeZone: string): Date {
  if (at !== undefined) return new Date(at);
  if (on === undefined || on === localDateOf(now, timeZone)) return now;
  return new Date(endOfDay(on, timeZone).getTime() - 1);
}

/**
 * The moment at which a change takes its place among those that are there: its own; on the day on which the customer began, not before it began; null when it lies on an earlier day, because
 * nothing changes before there is something to change.
 */
export function placeOf(at: Date, changes: readonly DatedChange[], timeZone: string): Date | null {
  const began = inOrder(changes)[0]?.changedAt;
  if (!began || at >= began) return at;
  return localDateOf(at, timeZone) === localDateOf(began, timeZone) ? began : null;
}

/** What is wrong with a change into a stage: not in the future, an amount only of a won one, a reason always of a lost one. */
export function wrongWithChange({ at, amount, reason }: AskedChange, stage: StageOfKind | undefined, now: Date): FieldError[] {
  if (!stage) return [{ field: 'stageId', code: 'unknown_stage' }];
  const errors: FieldError[] = [];
  if (at > now) errors.push({ field: 'at', code: 'in_the_future' });
  if (amount !== null && stage.kind !== 'won') errors.push({ field: 'amount', code: 'only_when_won' });
  if (reason === null && stage.kind === 'lost') errors.push({ field: 'reason', code: 'required' });
  return errors;
}
