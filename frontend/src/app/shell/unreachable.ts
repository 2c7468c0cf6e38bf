import { Component, computed, inject, input } from '@angular/core';
import { Problem } from '../core/api';
import { Errors } from '../core/errors';
import { I18n } from '../core/i18n';
import { State } from '../ui/state';

/** Stands in for every page while it can not be found out who is signed in. */
@Component({
  selector: 't-unreachable',
  imports: [State],
  template: `<main><h1>{{ t('shell.unreachable.title') }}</h1><t-state [failure]="text()" (retry)="again()" /></main>`,
  styles: `main { display: grid; align-content: center; justify-items: center; gap: var(--t-2); min-height: 100dvh; padding: var(--t-6); }`,
})
export class Unreachable {
  /** Why the first call failed. */
  readonly problem = input.required<Problem>();

  protected readonly t = inject(I18n).t;
  private readonly errors = inject(Errors);
  protected readonly text = computed(() => this.errors.ofProblem(this.problem()));

  protected again(): void {
    location.reload();
  }
}
