import { AbstractControl, FormControl, FormGroup, Validators } from '@angular/forms';
import type { View } from '../../core/api';
import type { LocalDate } from '../../core/format';
import type { Terms } from './cadence-words';

const LONGEST = 1_000;
const MOST_ATTEMPTS = 50;
const USUAL = { ideal: 20, maximum: 30 } as const;

/** What a cadence is counted in. */
export const UNITS = ['working_days', 'calendar_days', 'months'] as const;

/** What it is counted from. */
export const ANCHORS = ['sliding', 'fixed'] as const;

const whole = (value: number | null, max: number, ...validators: ((control: AbstractControl) => object | null)[]) =>
  new FormControl<number | null>(value, { validators: [Validators.min(1), Validators.max(max), ({ value: typed }: AbstractControl<number | null>) => (typed === null || Number.isInteger(typed) ? null : { must_be_whole: true }), ...validators] });

/** The form of a cadence's terms; a fixed one needs its first day. */
export function cadenceForm(terms?: Terms) {
  const form = new FormGroup({
    ideal: whole(terms?.ideal ?? USUAL.ideal, LONGEST, Validators.required),
    maximum: whole(terms?.maximum ?? USUAL.maximum, LONGEST, Validators.required),
    unit: new FormControl<Terms['unit']>(terms?.unit ?? 'working_days', { nonNullable: true }),
    anchor: new FormControl<Terms['anchor']>(terms?.anchor ?? 'sliding', { nonNullable: true }),
    anchorOn: new FormControl<LocalDate | null>(terms?.anchorOn ?? null, { validators: [Validators.required] }),
    channelIds: new FormControl<string[]>([...(terms?.channelIds ?? [])], { nonNullable: true }),
    hoursFrom: new FormControl<string | null>(terms?.hoursFrom ?? null),
    hoursUntil: new FormControl<string | null>(terms?.hoursUntil ?? null),
    stopAfterAttempts: whole(terms?.stopAfterAttempts ?? null, MOST_ATTEMPTS),
    stopOn: new FormControl<LocalDate | null>(terms?.stopOn ?? null),
    stopsWhenConverted: new FormControl(terms?.stopsWhenConverted ?? false, { nonNullable: true }),
  });
  const { ideal, maximum, anchor, anchorOn } = form.controls;
  maximum.addValidators(({ value }: AbstractControl<number | null>) => (value !== null && value < (ideal.value ?? 0) ? { maximum_below_ideal: true } : null));
  ideal.valueChanges.subscribe(() => { maximum.updateValueAndValidity(); });
  const follow = (): void => { if (anchor.value === 'fixed') anchorOn.enable(); else anchorOn.disable(); };
  anchor.valueChanges.subscribe(follow);
  follow();
  return form;
}

/** The form of a cadence's terms. */
export type CadenceForm = ReturnType<typeof cadenceForm>;

/** What of the form goes to the server. */
export function termsIn(form: CadenceForm): View<'WriteCadence'> {
  const { ideal, maximum, anchor, anchorOn, ...others } = form.getRawValue();
  return { ...others, ideal: ideal ?? 0, maximum: maximum ?? 0, anchor, anchorOn: anchor === 'fixed' ? anchorOn : null };
}

/** The terms of a cadence alone, as the server takes them. */
export const bodyOf = ({ ideal, maximum, unit, anchor, anchorOn, channelIds, hoursFrom, hoursUntil, stopAfterAttempts, stopOn, stopsWhenConverted }: Terms): View<'WriteCadence'> => ({
  ideal, maximum, unit, anchor, anchorOn, channelIds, hoursFrom, hoursUntil, stopAfterAttempts, stopOn, stopsWhenConverted,
});
