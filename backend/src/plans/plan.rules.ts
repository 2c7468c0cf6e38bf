import type { FieldError, LocalDate } from '../kernel/index.ts';
import type { PlanState } from './plan.entity.ts';

/** Longest period of a plan in days: ten years. */
export const LONGEST_DAYS = 3_653;

/** States in which a plan can be written. */
export const WRITABLE: readonly PlanState[] = ['draft', 'returned'];

/** States in which a plan has touchpoints and is worked. */
export const IN_WORK: readonly PlanState[] = ['approved', 'running'];

/** Whether a plan in that state can be given another budget by a decision of its own. */
export const takesBudget = (state: PlanState): boolean => state === 'approved' || state === 'running';

/** From which states each step leads on, and where to. */
export const STEPS = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  withdraw: { from: ['submitted'], to: 'draft' },
  approve: { from: ['submitted'], to: 'approved' },
  return: { from: ['submitted'], to: 'returned' },
  start: { from: ['approved'], to: 'running' },
  close: { from: ['approved', 'running'], to: 'closed' },
} as const satisfies Record<string, { from: readonly PlanState[]; to: PlanState }>;

/** A step that a plan can take. */
export type Step = keyof typeof STEPS;

/** Whether a plan in that state can take the step. */
export const canTake = (step: Step, state: PlanState): boolean => (STEPS[step].from as readonly PlanState[]).includes(state);

interface Named {
  readonly objective: string;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly place: string;
  readonly segmentId: string | null;
  readonly contactKind: string | null;
  readonly channelId: string | null;
  readonly content: string;
  readonly dueOn: readonly LocalDate[];
}

/** What is missing before a plan can be submitted: at least one item, and in each the seven things; paths are those of the items in their order. The responsible is never missing. */
export function missingIn(items: readonly Named[]): FieldError[] {
  if (items.length === 0) return [{ field: 'items', code: 'no_items' }];
  return items.flatMap((item, index) => {
    const lacking = (['startsOn', 'place', 'segmentId', 'contactKind', 'channelId', 'content'] as const).filter((field) => !item[field]);
    const errors: FieldError[] = lacking.map((field) => ({ field: `items.${index}.${field}`, code: 'required' }));
    if (item.startsOn !== null && item.dueOn.length === 0) errors.push({ field: `items.${index}.startsOn`, code: 'never_due' });
    return errors;
  });
}

/** What is wrong with the period of a plan. */
export function wrongWithPeriod(fromOn: LocalDate, untilOn: LocalDate, days: number): FieldError[] {
  if (untilOn <= fromOn) return [{ field: 'untilOn', code: 'period_is_empty' }];
  return days > LONGEST_DAYS ? [{ field: 'untilOn', code: 'period_too_long', params: { days: LONGEST_DAYS } }] : [];
}

/** What is wrong with the dates of an item inside its plan. */
export function wrongWithDates({ startsOn, endsOn }: { startsOn: LocalDate | null; endsOn: LocalDate | null }, plan: { fromOn: LocalDate; untilOn: LocalDate }): FieldError[] {
  const errors: FieldError[] = [];
  if (startsOn !== null && (startsOn < plan.fromOn || startsOn >= plan.untilOn)) errors.push({ field: 'startsOn', code: 'outside_the_plan' });
  if (startsOn !== null && endsOn !== null && endsOn <= startsOn) errors.push({ field: 'endsOn', code: 'ends_before_it_starts' });
  return errors;
}
