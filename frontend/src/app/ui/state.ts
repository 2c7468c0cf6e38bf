import { Component, Signal, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Errors, Failure } from '../core/errors';
import { I18n } from '../core/i18n';

/** Anything that loads: an `ApiResource`, or a hand-made one. */
export interface Loadable {
  readonly value: Signal<unknown>;
  readonly isLoading: Signal<boolean>;
  readonly problem: Signal<Failure | undefined>;
  reload(): void;
}

/**
 * The four states of a page or panel: a skeleton while it loads for the first time, what belongs here when it is empty
 * (slot `empty`), what happened and a retry when it failed, else its content. Old content stays while new loads.
 */
@Component({
  selector: 't-state',
  imports: [MatButton, MatIcon],
  templateUrl: './state.html',
  styleUrl: './state.scss',
  host: { '[attr.aria-busy]': 'isLoading()' },
})
export class State {
  /** What loads; give either this or the single inputs. */
  readonly of = input<Loadable>();

  /** Whether the first load is under way, where there is no `of`. */
  readonly loading = input(false);

  /** Why it failed, in words, where there is no `of`. */
  readonly failure = input('');

  /** Whether it loaded and there is nothing to show. */
  readonly empty = input(false);

  /** The shape of the skeleton. */
  readonly skeleton = input<'rows' | 'cards' | 'text'>('rows');

  /** How many lines or cards the skeleton has; as many as will come, so that nothing jumps. */
  readonly lines = input(6);

  /** The person wants another try; a given `of` reloads by itself. */
  readonly retry = output();

  protected readonly t = inject(I18n).t;
  private readonly errors = inject(Errors);

  protected readonly isLoading = computed(() => this.of()?.isLoading() ?? this.loading());
  protected readonly hasValue = computed(() => { const of = this.of(); return of ? of.value() !== undefined : !this.loading() && !this.failure(); });
  protected readonly problem = computed(() => { const problem = this.of()?.problem(); return problem ? this.errors.ofProblem(problem) : this.failure(); });
  protected readonly isOffline = computed(() => this.of()?.problem()?.code === 'offline');
  protected readonly rows = computed(() => Array.from({ length: this.lines() }, (_, i) => i));

  protected again(): void {
    this.of()?.reload();
    this.retry.emit();
  }
}
