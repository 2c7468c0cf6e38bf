import { FormArray, FormControl, FormGroup, Validators } from '@angular/forms';
import type { View } from '../core/api';
import { linesOf } from './script.rules';

type Norm = View<'NormView'>;
type Kind = Norm['contactKind'];

/** The contact kinds in their order. */
export const CONTACT_KINDS = ['advertising', 'public_relations', 'personal', 'meeting', 'commissioned', 'medium', 'alliance', 'random'] as const;

/** Where a norm applies: on a channel, to a contact kind, or only to the plan items that name it. */
export type Place = 'channel' | 'kind' | 'items';

const text = (value: string): FormControl<string> => new FormControl(value, { nonNullable: true });

/** One point of the checklist in the form; without an identifier it is a new one. */
export const pointForm = (point?: View<'NormPointView'>) => new FormGroup({
  id: new FormControl<string | null>(point?.id ?? null),
  text: new FormControl(point?.text ?? '', { nonNullable: true, validators: [Validators.required] }),
  isRequired: new FormControl(point?.isRequired ?? true, { nonNullable: true }),
});

/** The form of a norm. */
export function normForm(norm?: Norm) {
  const place: Place = norm?.channelId ? 'channel' : norm?.contactKind ? 'kind' : norm ? 'items' : 'channel';
  return new FormGroup({
    name: new FormControl(norm?.name ?? '', { nonNullable: true, validators: [Validators.required, Validators.maxLength(120)] }),
    place: new FormControl<Place>(place, { nonNullable: true }),
    channelId: new FormControl<string | null>(norm?.channelId ?? null),
    contactKind: new FormControl<Kind>(norm?.contactKind ?? null),
    checklist: new FormArray((norm?.checklist ?? []).map(pointForm)),
    script: text(norm?.script ?? ''),
    dos: text(norm?.dos.join('\n') ?? ''),
    donts: text(norm?.donts.join('\n') ?? ''),
    responseMinutes: new FormControl<number | null>(norm?.responseMinutes ?? null, { validators: [Validators.min(1)] }),
    isResponseInWorkingTime: new FormControl(norm?.isResponseInWorkingTime ?? true, { nonNullable: true }),
  });
}

/** Such a form. */
export type NormForm = ReturnType<typeof normForm>;

/** Asks for what its place needs. */
export function requirePlace(form: NormForm): void {
  const { place, channelId, contactKind } = form.controls;
  for (const [control, isNeeded] of [[channelId, place.value === 'channel'], [contactKind, place.value === 'kind']] as const) {
    control.setValidators(isNeeded ? Validators.required : null);
    control.updateValueAndValidity({ emitEvent: false });
  }
}

/** The form as the API takes it. */
export function bodyOf(form: NormForm): View<'WriteNorm'> {
  const { place, channelId, contactKind, dos, donts, ...rest } = form.getRawValue();
  return { ...rest, channelId: place === 'channel' ? channelId : null, contactKind: place === 'kind' ? contactKind : null, dos: linesOf(dos), donts: linesOf(donts) };
}
