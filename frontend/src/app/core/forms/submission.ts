import { Signal, inject, signal } from '@angular/core';
import { AbstractControl } from '@angular/forms';
import { Problem } from '../api';
import { Errors } from '../errors';
import { I18n } from '../i18n';

/** One form's way to the server. */
export interface Submission {
  /** Whether a call is under way; disable the button meanwhile. */
  readonly isBusy: Signal<boolean>;
  /** Why the last try failed, in words; empty while there is nothing to say. */
  readonly failure: Signal<string>;
  /** Checks the form, then does `work`; never twice at once, never rejects, and puts refused fields beside their controls. */
  run(work: () => Promise<unknown>): Promise<void>;
}

/** Makes the submission of a form; call it where injection is possible. */
export function submission(form: AbstractControl): Submission {
  const errors = inject(Errors);
  const { t } = inject(I18n);
  const isBusy = signal(false);
  const failure = signal('');

  const fail = (problem: Problem): void => {
    const [unplaced] = errors.place(problem, form);
    failure.set(unplaced ? `${errors.ofField(unplaced)} (${unplaced.field})` : problem.fields.length > 0 ? t('problems.invalid_input') : errors.ofProblem(problem));
    if (problem.fields.length > 0) focusFirstInvalid();
  };

  const run = async (work: () => Promise<unknown>): Promise<void> => {
    if (isBusy()) return;
    form.markAllAsTouched();
    failure.set('');
    if (form.invalid) {
      focusFirstInvalid();
      return;
    }
    isBusy.set(true);
    try {
      await work();
    } catch (error) {
      fail(Problem.from(error));
    } finally {
      isBusy.set(false);
    }
  };
  return { isBusy, failure, run };
}

function focusFirstInvalid(): void {
  // After the messages were drawn, so that a screen reader reads the field with its message.
  setTimeout(() => { document.querySelector<HTMLElement>('input.ng-invalid, textarea.ng-invalid, mat-select.ng-invalid, [data-invalid=true]')?.focus(); });
}
