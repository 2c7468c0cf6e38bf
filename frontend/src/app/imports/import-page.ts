import { Component, DestroyRef, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import { Api } from '../core/api';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { PageTitles } from '../core/page-title';
import { Confirm } from '../ui/confirm';
import { PageHeader } from '../ui/page-header';
import { State } from '../ui/state';
import { MappingForm } from './mapping-form';
import type { ImportView } from './mapping-state';
import { Progress } from './progress';
import { Refusals } from './refusals';
import { Result } from './result';
import { UndoOutcome } from './undo-outcome';
import { UndoPanel } from './undo-panel';

type Step = 'mapping' | 'check' | 'run' | 'result';

const STEPS: readonly Step[] = ['mapping', 'check', 'run', 'result'];
const POLL_MS = 1_000;

/** One import: mapping, dry run, run, result and undo, by the state it is in; leaving the page stops nothing. */
@Component({
  selector: 't-import-page',
  imports: [MappingForm, MatButton, MatIcon, PageHeader, Progress, Result, State, UndoOutcome, UndoPanel],
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
})
export class ImportPage {
  /** Whose page it is. */
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly refusals = inject(Refusals);
  protected readonly t = inject(I18n).t;
  protected readonly view = this.api.resource('/api/imports/{id}', () => ({ path: { id: this.id() } }));
  // By itself, so that a new reading of the import does not ask for the targets again.
  private readonly kind = computed(() => this.view.value()?.kind);
  protected readonly targets = this.api.resource('/api/imports/targets', () => { const kind = this.kind(); return kind && { query: { kind } }; });
  private readonly state = computed(() => this.view.value()?.state);
  protected readonly isWorking = computed(() => this.state() === 'checking' || this.state() === 'running' || this.state() === 'undoing');
  protected readonly isOver = computed(() => this.state() === 'done' || this.state() === 'undone');
  /** What has written something is taken back, not discarded. */
  protected readonly mayDiscard = computed(() => !this.isOver() && !this.isWorking() && this.view.value()?.undoableUntil === null);

  /** The mapping is asked for while there is none, and again when somebody wants to change it. */
  protected readonly isMapping = linkedSignal({ source: () => [this.id(), this.state()], computation: () => this.state() === 'uploaded' });
  protected readonly step = computed<Step>(() => {
    if (this.isMapping()) return 'mapping';
    if (this.state() === 'running') return 'run';
    return this.isOver() || this.state() === 'undoing' ? 'result' : 'check';
  });
  protected readonly steps = computed(() => STEPS.map((name, i) => ({ name, isDone: i < STEPS.indexOf(this.step()), isNow: name === this.step() })));
  protected readonly failure = computed(() => this.refusals.ofFailure(this.view.value()?.failure ?? ''));

  constructor() {
    const titles = inject(PageTitles);
    effect(() => { const name = this.view.value()?.fileName; if (name) titles.set(name); });
    const timer = setInterval(() => { if (this.isWorking() && !this.view.isLoading()) this.view.reload(); }, POLL_MS);
    inject(DestroyRef).onDestroy(() => { clearInterval(timer); });
  }

  protected changed(view: ImportView): void {
    this.view.set(view);
  }

  protected begin(step: 'check' | 'run'): Promise<void> {
    return this.attempt(async () => {
      this.view.set(await this.api.post(step === 'check' ? '/api/imports/{id}/check' : '/api/imports/{id}/run', { path: { id: this.id() } }));
    });
  }

  protected async discard(): Promise<void> {
    const question = { title: this.t('imports.discard.title'), text: this.t('imports.discard.text'), confirm: this.t('imports.discard.confirm'), isDangerous: true };
    if (!(await this.confirm.ask(question))) return;
    await this.attempt(async () => {
      await this.api.delete('/api/imports/{id}', { path: { id: this.id() } });
      await this.router.navigate(['/import']);
    });
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.view.reload();
      await this.notices.sayProblem(error);
    }
  }
}
