import { FormControl, FormGroup, Validators } from '@angular/forms';
import type { View } from '../core/api';
import { instantOf, LocalDate } from '../core/format';
import type { Choice } from '../ui/lookup-field';

/** The ways a contact can end. */
export type NextStepKind = 'touchpoint' | 'cadence' | 'none';

const text = (): FormControl<string> => new FormControl('', { nonNullable: true });
const choice = <T>(): FormControl<T | null> => new FormControl<T | null>(null);

/** The log sheet's form; customer, channel, disposition and a next step are asked for, all else has a default. */
export function logForm() {
  return new FormGroup({
    customer: choice<Choice>(),
    channelId: choice<string>(),
    dispositionId: choice<string>(),
    direction: new FormControl<'outbound' | 'inbound'>('outbound', { nonNullable: true }),
    /** Null day = now. */
    day: choice<LocalDate>(),
    time: choice<string>(),
    text: text(),
    subject: text(),
    contactPersonId: choice<string>(),
    outcomeId: choice<string>(),
    evaluation: choice<string>(),
    minutes: choice<number>(),
    keepsTouchpoint: new FormControl(true, { nonNullable: true }),
    nextStep: new FormGroup({
      kind: choice<NextStepKind>(),
      dueOn: choice<LocalDate>(),
      dueTime: choice<string>(),
      channelId: choice<string>(),
      purpose: text(),
      isPromised: new FormControl(false, { nonNullable: true }),
      reason: text(),
    }),
    stage: new FormGroup({ stageId: choice<string>(), amount: choice<number>(), reason: text() }),
    /** How far the norm was followed; the version is that which is shown. */
    norm: new FormGroup({ versionId: choice<string>(), ticked: new FormControl<readonly string[]>([], { nonNullable: true }) }),
    overrideReason: text(),
  });
}

/** The form with its controls. */
export type LogForm = ReturnType<typeof logForm>;

/** Everything that is typed, as a draft keeps it. */
export type LogTyped = ReturnType<LogForm['getRawValue']>;

/** Asks for what is missing; in the plan only customer and date are needed. */
export function requireFor(form: LogForm, isPlan: boolean): void {
  const { customer, channelId, dispositionId, nextStep } = form.controls;
  const { kind, dueOn, reason } = nextStep.controls;
  const needed = (control: FormControl, isNeeded: boolean): void => {
    if (control.hasValidator(Validators.required) === isNeeded) return;
    control.setValidators(isNeeded ? Validators.required : null);
    control.updateValueAndValidity({ emitEvent: false });
  };
  needed(customer, true);
  needed(channelId, !isPlan);
  needed(dispositionId, !isPlan);
  needed(kind, !isPlan);
  needed(dueOn, !isPlan && kind.value === 'touchpoint');
  needed(reason, !isPlan && kind.value === 'none');
}

/** The instant that day and time name, undefined for now; a day without a time is its noon, or now if that is still to come today. */
export function whenOf({ day, time }: Pick<LogTyped, 'day' | 'time'>, today: LocalDate, now: number, zone: string): string | undefined {
  if (!day && !time) return undefined;
  const noon = instantOf(day ?? today, time ?? '12:00', zone);
  const isToday = (day ?? today) === today;
  return !time && isToday && Date.parse(noon) > now ? undefined : noon;
}

/** Whether the chosen time lies ahead: then the sheet plans instead of recording. */
export const isAhead = (when: string | undefined, now: number): boolean => when !== undefined && Date.parse(when) > now + 60_000;

const orNull = (value: string): string | null => value.trim() || null;

/** What the server is asked to record. */
export function toRecord(typed: LogTyped, when: string | undefined, touchpointId: string | null | undefined, zone: string): View<'LogContact'> {
  const { nextStep: step, stage } = typed;
  const dated = step.dueTime && step.dueOn ? { dueAt: instantOf(step.dueOn, step.dueTime, zone) } : { dueOn: step.dueOn };
  return {
    customerId: typed.customer?.id ?? '',
    channelId: typed.channelId ?? '',
    dispositionId: typed.dispositionId ?? '',
    direction: typed.direction,
    occurredAt: when ?? null,
    contactPersonId: typed.contactPersonId,
    outcomeId: typed.outcomeId,
    evaluation: typed.evaluation ? Number(typed.evaluation) : null,
    subject: orNull(typed.subject),
    text: orNull(typed.text),
    durationSeconds: typed.minutes === null ? null : Math.round(typed.minutes * 60),
    ...(typed.keepsTouchpoint ? (touchpointId ? { touchpointId } : {}) : { touchpointId: null }),
    nextStep:
      step.kind === 'touchpoint'
        // Left out, not denied: an attempt that moves an appointment keeps its channel, and what was promised stays promised.
        ? { kind: 'touchpoint', ...dated, purpose: orNull(step.purpose), ...(step.channelId ? { channelId: step.channelId } : {}), ...(step.isPromised ? { isPromised: true } : {}) }
        : { kind: step.kind ?? 'cadence', ...(step.kind === 'none' ? { reason: step.reason.trim() } : {}) },
    stageChange: stage.stageId ? { stageId: stage.stageId, amount: stage.amount, reason: orNull(stage.reason) } : null,
    ...(typed.norm.versionId && typed.norm.ticked.length ? { norm: { versionId: typed.norm.versionId, ticked: [...typed.norm.ticked] } } : {}),
    overrideReason: orNull(typed.overrideReason),
  };
}

/** What the server is asked to plan when the time lies ahead. */
export function toPlan(typed: LogTyped, when: string): View<'PlanTouchpoint'> {
  return {
    customerId: typed.customer?.id ?? '',
    channelId: typed.channelId,
    ...(typed.time ? { dueAt: when } : { dueOn: typed.day }),
    purpose: orNull(typed.subject) ?? orNull(typed.text.slice(0, 300)),
    talkingPoints: orNull(typed.text),
    isPromised: typed.nextStep.isPromised,
    overrideReason: orNull(typed.overrideReason),
  };
}
