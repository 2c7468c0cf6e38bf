import { Injectable, Signal, inject, signal, untracked } from '@angular/core';
import { AbstractControl } from '@angular/forms';
import { FieldProblem, Problem } from '../api';
import { Clock } from '../clock';
import { Format, isLocalDate } from '../format';
import { I18n, TextValues } from '../i18n';

/** Says what is wrong in the person's language: of a field, of a form control, of a whole call. */
@Injectable({ providedIn: 'root' })
export class Errors {
  private readonly i18n = inject(I18n);
  private readonly clock = inject(Clock);
  private readonly format = inject(Format);

  private readonly changes = new WeakMap<AbstractControl, Signal<number>>();

  /** The message for a refused field. */
  ofField({ code, params }: Pick<FieldProblem, 'code' | 'params'>): string {
    const values = code === 'bad_date' || code === 'not_a_date' ? { example: this.format.numericDay(this.clock.today()) } : {};
    return this.i18n.t(this.i18n.has(`errors.${code}`) ? `errors.${code}` : 'errors.refused', { ...values, ...this.textsOf(params) });
  }

  /** The message for the first thing wrong with a form control; empty when it is right. Templates that show it follow the control. */
  ofControl(control: AbstractControl): string {
    this.changesOf(control)();
    const [first] = Object.entries<unknown>(control.errors ?? {});
    if (!first) return '';
    const [name, detail] = first;
    return this.ofField(isFieldProblem(detail) ? detail : ofValidator(name, detail));
  }

  /** The message for a failed call. */
  ofProblem({ code, status, params }: Problem): string {
    if (this.i18n.has(`problems.${code}`)) return this.i18n.t(`problems.${code}`, this.textsOf(params));
    return this.i18n.t(status >= 500 ? 'problems.server_error' : 'problems.refused');
  }

  /** Puts the fields a server refused onto the form's controls; returns those that have none. */
  place(problem: Problem, form: AbstractControl): FieldProblem[] {
    return problem.fields.filter((field) => {
      const control = form.get(field.field.split('.'));
      control?.setErrors({ server: field });
      control?.markAsTouched();
      return !control;
    });
  }

  private changesOf(control: AbstractControl): Signal<number> {
    const known = this.changes.get(control);
    if (known) return known;
    const changes = signal(0);
    control.events.subscribe(() => { untracked(() => { changes.update((n) => n + 1); }); });
    this.changes.set(control, changes);
    return changes;
  }

  private textsOf(params: Readonly<Record<string, unknown>> | undefined): TextValues {
    return Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, textOf(value, this.format)]));
  }
}

function ofValidator(name: string, detail: unknown): Pick<FieldProblem, 'code' | 'params'> {
  const figures: Record<string, unknown> = typeof detail === 'object' && detail !== null ? { ...detail } : {};
  switch (name) {
    case 'maxlength': return { code: 'too_long', params: { max: figures['requiredLength'] } };
    case 'minlength': return { code: 'too_short', params: { min: figures['requiredLength'] } };
    case 'max': return { code: 'too_large', params: { max: figures['max'] } };
    case 'min': return { code: 'too_small', params: { min: figures['min'] } };
    case 'email': return { code: 'bad_email' };
    case 'matDatepickerParse': return { code: 'bad_date' };
    case 'matDatepickerMin': return { code: 'too_early', params: { min: figures['min'] } };
    case 'matDatepickerMax': return { code: 'too_late', params: { max: figures['max'] } };
    default: return { code: name, params: figures };
  }
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}

function textOf(value: unknown, format: Format): TextValues[string] {
  if (isLocalDate(value)) return format.numericDay(value);
  return typeof value === 'number' || typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : typeof value === 'boolean' ? String(value) : '';
}
