import { AbstractControl, FormArray, FormControl, FormGroup, ValidationErrors, Validators } from '@angular/forms';
import type { View } from '../../core/api';
import type { LocalisedNames } from '../../core/i18n';
import type { ListName } from '../../core/vocabulary';
import { CONTACT_KINDS, type Entry, kindsOf } from './entries';

const MINUTES_OF = { minutes: 1, hours: 60 } as const;
const LONGEST_NAME = 60;
const LONGEST_MINUTES = 43_200;
const LONGEST_DAYS = 1_000;

const text = (value: string, ...validators: ((control: AbstractControl) => ValidationErrors | null)[]) => new FormControl(value, { nonNullable: true, validators });
const flag = (value: boolean) => new FormControl(value, { nonNullable: true });
const whole = (value: number | null, max: number) => new FormControl(value, { validators: [Validators.required, Validators.min(1), Validators.max(max), mustBeWhole] });

/** The names of something in three languages; at least one is given. */
export const namesForm = (names: LocalisedNames = {}) =>
  new FormGroup({ en: text(names.en ?? '', Validators.maxLength(LONGEST_NAME)), zhHans: text(names.zhHans ?? '', Validators.maxLength(LONGEST_NAME)), zhHant: text(names.zhHant ?? '', Validators.maxLength(LONGEST_NAME)) }, { validators: [oneName] });

/** The form of names. */
export type NamesForm = ReturnType<typeof namesForm>;

/** One choice of a field. */
export const choiceForm = (choice?: View<'ChoiceView'>) => new FormGroup({ key: text(choice?.key ?? ''), names: namesForm(choice?.names) });

/** The form of everything that an entry of any list can have; what its own list has not is switched off. */
export function entryForm(list: ListName, entry: Entry | undefined) {
  const minutes = entry?.responseMinutes ?? null;
  const inHours = minutes !== null && minutes % MINUTES_OF.hours === 0;
  const form = new FormGroup({
    names: namesForm(entry?.names),
    key: text('', Validators.maxLength(40), Validators.pattern(/^[a-z][a-z0-9_]*$/)),
    kind: text(entry?.kind ?? kindsOf(list)[0] ?? ''),
    contactKind: new FormControl(entry?.contactKind ?? CONTACT_KINDS[2] ?? 'personal', { nonNullable: true }),
    icon: text(entry?.icon ?? 'forum'), isTwoWay: flag(entry?.isTwoWay ?? true), isLive: flag(entry?.isLive ?? false),
    promise: new FormControl<'same_day' | 'within'>(minutes === null ? 'same_day' : 'within', { nonNullable: true }),
    responseMinutes: whole(minutes === null ? 30 : inHours ? minutes / MINUTES_OF.hours : minutes, LONGEST_MINUTES),
    unit: new FormControl<keyof typeof MINUTES_OF>(inHours ? 'hours' : 'minutes', { nonNullable: true }),
    isResponseInWorkingTime: flag(entry?.isResponseInWorkingTime ?? false),
    idealDays: whole(entry?.idealDays ?? 20, LONGEST_DAYS), maximumDays: whole(entry?.maximumDays ?? 30, LONGEST_DAYS),
    isRequired: flag(entry?.isRequired ?? false),
    choices: new FormArray((entry?.choices ?? []).map((choice) => choiceForm(choice))),
  });
  form.controls.maximumDays.addValidators((control: AbstractControl<number | null>) => ((control.value ?? 0) < (form.controls.idealDays.value ?? 0) ? { maximum_below_ideal: true } : null));
  form.controls.idealDays.valueChanges.subscribe(() => { form.controls.maximumDays.updateValueAndValidity(); });
  if (entry) form.controls.key.disable();
  if (list !== 'tiers') for (const control of [form.controls.idealDays, form.controls.maximumDays]) control.disable();
  followPromise(form.controls, list);
  form.controls.kind.valueChanges.subscribe((kind) => { if (kind === 'choice') form.controls.choices.enable(); else form.controls.choices.disable(); });
  return form;
}

/** The form of an entry. */
export type EntryForm = ReturnType<typeof entryForm>;

/** Everything that stands in it. */
export type EntryValues = ReturnType<EntryForm['getRawValue']>;

/** What of the form goes to the server, list by list. */
export const bodyOf = {
  channels: (form: EntryForm): View<'WriteChannel'> => {
    const { contactKind, icon, isTwoWay, isLive, promise, responseMinutes, unit, isResponseInWorkingTime } = form.getRawValue();
    const minutes = isTwoWay && promise === 'within' && responseMinutes !== null ? responseMinutes * MINUTES_OF[unit] : null;
    return { ...words(form), contactKind, icon, isTwoWay, isLive: isTwoWay && isLive, responseMinutes: minutes, isResponseInWorkingTime: minutes !== null && isResponseInWorkingTime };
  },
  dispositions: (form: EntryForm): View<'WriteDisposition'> => ({ ...words(form), kind: form.controls.kind.value as View<'WriteDisposition'>['kind'] }),
  outcomes: (form: EntryForm): View<'WriteOutcome'> => words(form),
  stages: (form: EntryForm): View<'WriteStage'> => ({ ...words(form), kind: form.controls.kind.value as View<'WriteStage'>['kind'] }),
  tiers: (form: EntryForm): View<'WriteTier'> => ({ ...words(form), idealDays: form.controls.idealDays.value ?? 0, maximumDays: form.controls.maximumDays.value ?? 0 }),
  fields: (form: EntryForm): View<'WriteField'> => {
    const { kind, isRequired, choices } = form.getRawValue();
    const isChoice = kind === 'choice';
    return { ...words(form), kind: kind as View<'WriteField'>['kind'], isRequired, choices: isChoice ? choices.map(({ key, names }) => ({ ...(key && { key }), names })) : [] };
  },
} as const;

function words(form: EntryForm): View<'WriteOutcome'> {
  const { key, names } = form.getRawValue();
  return { names, ...(form.controls.key.enabled && key && { key }) };
}

function followPromise({ promise, isTwoWay, responseMinutes }: EntryForm['controls'], list: ListName): void {
  const follow = (): void => {
    if (list === 'channels' && isTwoWay.value && promise.value === 'within') responseMinutes.enable();
    else responseMinutes.disable();
  };
  promise.valueChanges.subscribe(follow);
  isTwoWay.valueChanges.subscribe(follow);
  follow();
}

function oneName(control: AbstractControl<Record<string, string>>): ValidationErrors | null {
  return Object.values(control.value).some((name) => name.trim()) ? null : { name_required: true };
}

function mustBeWhole({ value }: AbstractControl<number | null>): ValidationErrors | null {
  return value === null || Number.isInteger(value) ? null : { must_be_whole: true };
}
