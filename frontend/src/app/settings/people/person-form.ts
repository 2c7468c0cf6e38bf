import { Component, computed, inject, input } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { startWith, switchMap } from 'rxjs';
import { View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Errors } from '../../core/errors';
import { I18n, LANGUAGES, LANGUAGE_NAMES } from '../../core/i18n';
import { TimeZoneField } from '../../ui/time-zone-field';
import { ROLES, Role, SCOPES } from './roles';

/** What an administrator says about a colleague. */
export type PersonTyped = Pick<View<'AccountView'>, 'name' | 'email' | 'teamId' | 'reportsToId' | 'roles' | 'dataScope' | 'language' | 'timeZone'>;

/** The form of a colleague, filled with what is known. */
export const personForm = (given: PersonTyped) => new FormGroup({
  name: new FormControl(given.name, { nonNullable: true, validators: [Validators.required, Validators.maxLength(120)] }),
  email: new FormControl(given.email, { nonNullable: true, validators: [Validators.required, Validators.email] }),
  teamId: new FormControl(given.teamId),
  reportsToId: new FormControl(given.reportsToId),
  roles: new FormControl<Role[]>([...given.roles], { nonNullable: true, validators: [Validators.required] }),
  dataScope: new FormControl(given.dataScope, { nonNullable: true }),
  language: new FormControl(given.language, { nonNullable: true }),
  timeZone: new FormControl(given.timeZone, { nonNullable: true, validators: [Validators.required] }),
});

/** The fields of a colleague: who they are, where they stand, what they may do and see. */
@Component({
  selector: 't-person-form',
  imports: [MatCheckbox, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, TimeZoneField],
  templateUrl: './person-form.html',
  styleUrl: './person-form.scss',
})
export class PersonForm {
  /** Made by `personForm`. */
  readonly form = input.required<ReturnType<typeof personForm>>();

  /** The colleague at hand, who can not report to themselves. */
  readonly personId = input('');

  protected readonly t = inject(I18n).t;
  protected readonly errors = inject(Errors);
  protected readonly directory = inject(Directory);
  protected readonly roles = ROLES;
  protected readonly scopes = SCOPES;
  protected readonly languages = LANGUAGES;
  protected readonly names = LANGUAGE_NAMES;

  private readonly typed = toSignal(toObservable(this.form).pipe(switchMap((form) => form.valueChanges.pipe(startWith(form.value)))));
  protected readonly scope = computed(() => this.typed()?.dataScope ?? 'own');
  protected readonly chosen = computed(() => this.typed()?.roles ?? []);
  protected readonly managers = computed(() => {
    const present = this.form().controls.reportsToId.value;
    return this.directory.people().filter(({ id, state }) => id !== this.personId() && (state !== 'disabled' || id === present));
  });

  protected toggle(role: Role): void {
    const control = this.form().controls.roles;
    control.setValue(ROLES.filter((other) => (other === role) !== control.value.includes(other)));
    control.markAsDirty();
    control.markAsTouched();
  }

  protected indent(depth: number): string {
    return '\u2003'.repeat(depth);
  }
}
