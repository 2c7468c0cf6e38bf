import { FormControl, FormGroup, Validators } from '@angular/forms';
import type { View } from '../../core/api';
import { LocalDate, addDays, partsOf } from '../../core/format';
import { MonthOn, RecurrenceChoice, Repeat, choiceOf, ruleOf } from './recurrence.rules';

type Item = View<'PlanItemView'>;

const USUAL_WINDOW = 5;
const text = (value: string): FormControl<string> => new FormControl(value, { nonNullable: true });

/** The form of a plan item; last days where the API means the day after. */
export function itemForm(item: Item | undefined, plan: { fromOn: LocalDate }) {
  const startsOn = item ? item.startsOn : plan.fromOn;
  const choice = choiceOf(item?.recurrence ?? null, startsOn ? partsOf(startsOn).day : 1);
  return new FormGroup({
    objective: new FormControl(item?.objective ?? '', { nonNullable: true, validators: [Validators.required] }),
    startsOn: new FormControl<LocalDate | null>(startsOn),
    endsOn: new FormControl<LocalDate | null>(item?.endsOn ? addDays(item.endsOn, -1) : null),
    repeat: new FormControl<Repeat>(choice.repeat, { nonNullable: true }),
    interval: new FormControl(choice.interval, { nonNullable: true, validators: [Validators.required, Validators.min(1), Validators.max(60)] }),
    weekdays: new FormControl<readonly string[]>(choice.weekdays, { nonNullable: true }),
    monthOn: new FormControl<MonthOn>(choice.monthOn, { nonNullable: true }),
    nth: new FormControl(choice.nth, { nonNullable: true }),
    nthDay: text(choice.nthDay),
    day: new FormControl(choice.day, { nonNullable: true, validators: [Validators.required, Validators.min(1), Validators.max(31)] }),
    windowDays: new FormControl(item?.windowDays ?? USUAL_WINDOW, { nonNullable: true, validators: [Validators.required, Validators.min(0), Validators.max(60)] }),
    place: text(item?.place ?? ''),
    segmentId: new FormControl<string | null>(item?.segmentId ?? null),
    takesJoiners: new FormControl(item?.takesJoiners ?? false, { nonNullable: true }),
    dropsLeavers: new FormControl(item?.dropsLeavers ?? false, { nonNullable: true }),
    mode: new FormControl<Item['mode']>(item?.mode ?? 'routine', { nonNullable: true }),
    channelId: new FormControl<string | null>(item?.channelId ?? null),
    method: text(item?.method ?? ''),
    content: text(item?.content ?? ''),
    talkingPoints: text(item?.talkingPoints ?? ''),
    responsibleTeamId: new FormControl<string | null>(item?.responsibleTeamId ?? null),
    responsibleId: new FormControl<string | null>(item?.responsibleId ?? null),
    normId: new FormControl<string | null>(item?.normId ?? null),
    incentiveId: new FormControl<string | null>(item?.incentiveId ?? null),
    targetCount: new FormControl<number | null>(item?.targetCount ?? null, { validators: [Validators.min(1)] }),
  });
}

/** What such a form holds. */
export type ItemValue = ReturnType<ReturnType<typeof itemForm>['getRawValue']>;

/** How the form says that it repeats. */
export const choiceIn = ({ repeat, interval, weekdays, monthOn, day, nth, nthDay }: ItemValue): RecurrenceChoice => ({ repeat, interval, weekdays, monthOn, day, nth, nthDay });

/** The form as the API takes it; the channel decides the contact kind. */
export function bodyOf(value: ItemValue): View<'AddPlanItem'> {
  const { repeat: _repeat, interval: _interval, weekdays: _weekdays, monthOn: _monthOn, day: _day, nth: _nth, nthDay: _nthDay, endsOn, ...rest } = value;
  return { ...rest, contactKind: null, endsOn: endsOn && value.repeat !== 'once' ? addDays(endsOn, 1) : null, recurrence: ruleOf(choiceIn(value)) };
}

/** An item as a new one of the same plan is made of it. */
export function copyOf({ id: _id, segmentName: _name, segmentKind: _kind, normName: _norm, incentiveName: _incentive, dueOn: _days, ...item }: Item): View<'AddPlanItem'> {
  return item;
}
