import { FormArray, FormControl, FormGroup, FormRecord, Validators } from '@angular/forms';
import type { View } from '../../core/api';
import type { LocalDate } from '../../core/format';
import type { Choice } from '../../ui/lookup-field';

/** A value of a custom field; null where there is none. */
export type FieldValue = string | number | boolean | null;

type Point = View<'ContactPointView'>;

const text = (max?: number): FormControl<string> => new FormControl('', { nonNullable: true, validators: max ? [Validators.maxLength(max)] : [] });
const needed = (max: number): FormControl<string> => new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(max)] });
const word = <T extends string | boolean>(value: T): FormControl<T> => new FormControl<T>(value, { nonNullable: true });
const maybe = <T>(): FormControl<T | null> => new FormControl<T | null>(null);

/** A row of a list of telephone numbers, addresses and the like. */
export const pointForm = (kind: Point['kind'] = 'phone') =>
  new FormGroup({ id: maybe<string>(), kind: word<Point['kind']>(kind), value: text(254), validity: word<Point['validity']>('unknown') });

/** A person at the customer. */
export const personForm = () =>
  new FormGroup({ id: maybe<string>(), name: needed(120), title: text(120), formOfAddress: text(120), contactPoints: new FormArray<PointForm>([]) });

/** The form of a row of a contact list. */
export type PointForm = ReturnType<typeof pointForm>;

/** The form of a person at the customer. */
export type PersonForm = ReturnType<typeof personForm>;

/** Everything about a customer that can be typed; owner, stage, amount and reason are asked for at creation only. */
export const customerForm = () =>
  new FormGroup({
    name: needed(200),
    kind: word<View<'CustomerView'>['kind']>('organisation'),
    tierId: text(),
    source: text(120),
    industry: text(120),
    region: text(120),
    isServed: word<boolean>(true),
    servedBy: text(120),
    tags: new FormControl<string[]>([], { nonNullable: true }),
    contactPoints: new FormArray<PointForm>([]),
    contactPeople: new FormArray<PersonForm>([]),
    formOfAddress: text(120),
    preferredChannelId: maybe<string>(),
    preferredFrom: maybe<string>(),
    preferredUntil: maybe<string>(),
    quietFrom: maybe<string>(),
    quietUntil: maybe<string>(),
    timeZone: text(64),
    doNotContact: new FormControl<string[]>([], { nonNullable: true }),
    fields: new FormRecord<FormControl<FieldValue>>({}),
    note: text(10_000),
    knownSinceOn: maybe<LocalDate>(),
    externalId: text(120),
    ownerId: maybe<Choice>(),
    stageId: text(),
    amount: maybe<number>(),
    reason: text(500),
  });

/** The form with its controls. */
export type CustomerForm = ReturnType<typeof customerForm>;

/** Everything that is typed. */
export type Typed = ReturnType<CustomerForm['getRawValue']>;

/** Puts values into the form, lists as long as they are; what is left out stays. */
export function fill(form: CustomerForm, { contactPoints, contactPeople, fields, ...rest }: Partial<Typed>): void {
  const { controls } = form;
  if (contactPoints) fillPoints(controls.contactPoints, contactPoints, true);
  if (contactPeople) {
    controls.contactPeople.clear({ emitEvent: false });
    for (const person of contactPeople) {
      const added = personForm();
      fillPoints(added.controls.contactPoints, person.contactPoints);
      added.patchValue(person, { emitEvent: false });
      controls.contactPeople.push(added, { emitEvent: false });
    }
    controls.contactPeople.updateValueAndValidity();
  }
  for (const [key, value] of Object.entries(fields ?? {})) {
    const control = controls.fields.get([key]);
    if (control) control.setValue(value);
    else controls.fields.addControl(key, new FormControl<FieldValue>(value));
  }
  form.patchValue(rest);
}

function fillPoints(list: FormArray<PointForm>, points: readonly ReturnType<PointForm['getRawValue']>[], isAnnounced = false): void {
  list.clear({ emitEvent: false });
  for (const point of points) {
    const added = pointForm();
    added.patchValue(point, { emitEvent: false });
    list.push(added, { emitEvent: false });
  }
  if (isAnnounced) list.updateValueAndValidity();
}

/** Gives every custom field a control, and asks for those that must be filled in. */
export function addFields(form: CustomerForm, definitions: readonly View<'FieldView'>[]): void {
  const { fields } = form.controls;
  for (const { key, isRequired } of definitions) {
    const control = fields.controls[key] ?? new FormControl<FieldValue>(null);
    control.setValidators(isRequired ? [Validators.required] : []);
    if (fields.controls[key]) control.updateValueAndValidity({ emitEvent: false });
    else fields.addControl(key, control, { emitEvent: false });
  }
}

/** Takes rows away that nobody filled in, so that what the server says of a row stands beside that row. */
export function dropBlankRows(form: CustomerForm): void {
  const { contactPoints, contactPeople } = form.controls;
  const dropPoints = (list: FormArray<PointForm>): void => {
    for (let i = list.length - 1; i >= 0; i--) if (list.at(i).controls.value.value.trim() === '') list.removeAt(i);
  };
  dropPoints(contactPoints);
  for (const person of contactPeople.controls) dropPoints(person.controls.contactPoints);
  for (let i = contactPeople.length - 1; i >= 0; i--) {
    const { name, title, formOfAddress, contactPoints: points } = contactPeople.at(i).getRawValue();
    if (![name, title, formOfAddress].some((one) => one.trim()) && points.length === 0) contactPeople.removeAt(i);
  }
}

/** What the form says of a customer that exists. */
export function typedOf(customer: View<'CustomerView'>): Typed {
  const { name, kind, tierId, isServed, tags, note, knownSinceOn, doNotContact, preferredChannelId, preferredFrom, preferredUntil, quietFrom, quietUntil, fields } = customer;
  return {
    name, kind, tierId, isServed, tags: [...tags], note, knownSinceOn, doNotContact: [...doNotContact], preferredChannelId, preferredFrom, preferredUntil, quietFrom, quietUntil,
    source: customer.source ?? '', industry: customer.industry ?? '', region: customer.region ?? '', servedBy: customer.servedBy ?? '', formOfAddress: customer.formOfAddress ?? '', timeZone: customer.timeZone ?? '', externalId: customer.externalId ?? '',
    contactPoints: customer.contactPoints.map(({ id, kind: way, value, validity }) => ({ id, kind: way, value, validity })),
    contactPeople: customer.contactPeople.map((person) => ({
      id: person.id, name: person.name, title: person.title ?? '', formOfAddress: person.formOfAddress ?? '',
      contactPoints: person.contactPoints.map(({ id, kind: way, value, validity }) => ({ id, kind: way, value, validity })),
    })),
    fields: { ...fields }, ownerId: null, stageId: customer.stageId, amount: null, reason: '',
  };
}
