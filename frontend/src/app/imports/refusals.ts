import { Injectable, inject } from '@angular/core';
import { FieldProblem, Problem } from '../core/api';
import { Errors } from '../core/errors';
import { I18n, TextValues } from '../core/i18n';

/** Says in words why a file or a mapping was refused. */
@Injectable({ providedIn: 'root' })
export class Refusals {
  private readonly i18n = inject(I18n);
  private readonly errors = inject(Errors);

  /** Every reason of a failed call, the single fields first; `nameOf` gives the name of a target. */
  all(error: unknown, nameOf: (target: string) => string): string[] {
    const problem = Problem.from(error);
    if (problem.fields.length > 0) return problem.fields.map((field) => this.ofField(field, nameOf));
    return [this.ofCode(problem.code, problem.params) ?? this.errors.ofProblem(problem)];
  }

  /** What a stored failure code means. */
  ofFailure(code: string): string {
    return this.ofCode(code, {}) ?? this.errors.ofProblem(new Problem(422, code));
  }

  private ofField({ field, code, params = {} }: FieldProblem, nameOf: (target: string) => string): string {
    const target = params['target'] ?? (field.startsWith('defaults.') ? field.slice('defaults.'.length) : undefined);
    const values = typeof target === 'string' ? { ...params, target: nameOf(target) } : params;
    return this.ofCode(code, values) ?? `${this.errors.ofField({ code, params })} (${typeof target === 'string' ? nameOf(target) : field})`;
  }

  private ofCode(code: string, params: Readonly<Record<string, unknown>>): string | null {
    return this.i18n.has(`imports.refusals.${code}`) ? this.i18n.t(`imports.refusals.${code}`, params as TextValues) : null;
  }
}
