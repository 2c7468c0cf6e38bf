import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { map, startWith, switchMap } from 'rxjs';
import { Api } from '../core/api';
import { Errors } from '../core/errors';
import { I18n } from '../core/i18n';
import { Checklist } from '../ui/checklist';
import type { LogForm } from './log-form';

/** The norm of the contact, folded until somebody wants it: its checklist to tick, its script, dos and don'ts. Shows nothing where no norm applies. */
@Component({
  selector: 't-norm-section',
  imports: [Checklist],
  template: `
    @if (norm(); as norm) {
      <details [open]="isOpen()" (toggle)="isOpen.set(!isOpen())">
        <summary>{{ t('log.norm', { name: norm.name }) }}@if (norm.checklist.length) { <span class="t-muted t-tabular"> {{ done() }}/{{ norm.checklist.length }}</span> }</summary>
        <t-checklist [label]="norm.name" [points]="norm.checklist" [ticked]="ticked()" (tickedChange)="tick($event)" />
        @if (norm.script) { <p class="script">{{ norm.script }}</p> }
        @if (norm.dos.length) { <ul class="do" [attr.aria-label]="t('log.dos')">@for (line of norm.dos; track $index) { <li>{{ line }}</li> }</ul> }
        @if (norm.donts.length) { <ul class="dont" [attr.aria-label]="t('log.donts')">@for (line of norm.donts; track $index) { <li>{{ line }}</li> }</ul> }
      </details>
      @if (errors.ofControl(form()); as error) { <p class="t-error" role="alert" data-invalid="true" tabindex="-1">{{ error }}</p> }
    }
  `,
  styles: `
    summary { padding: var(--t-2) 0; min-height: var(--t-touch); color: var(--mat-sys-primary); font: var(--t-text-medium); cursor: pointer; align-content: center; }
    summary:focus-visible { outline: var(--t-focus); }
    .script { margin-top: var(--t-2); padding: var(--t-3); border-radius: var(--t-radius); background: var(--t-sunken); white-space: pre-line; }
    ul { display: grid; gap: var(--t-1); margin-top: var(--t-2); padding-inline-start: var(--t-5); }
    .do { list-style: '✓ '; }
    .dont { list-style: '✗ '; }
  `,
})
export class NormSection {
  /** Which version is shown, and the points ticked of it. */
  readonly form = input.required<LogForm['controls']['norm']>();

  /** Whom the contact is with. */
  readonly customerId = input.required<string>();

  /** How. */
  readonly channelId = input.required<string | null>();

  /** The planned contact that it is about. */
  readonly touchpointId = input.required<string | null>();

  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly isOpen = signal(false);
  private readonly applying = inject(Api).resource('/api/norms/applying', () => {
    const [channelId, touchpointId] = [this.channelId(), this.touchpointId()];
    return channelId ? { query: { customerId: this.customerId(), channelId, ...(touchpointId ? { touchpointId } : {}) } } : undefined;
  });
  protected readonly norm = computed(() => this.applying.value()?.norm ?? null);
  protected readonly ticked = toSignal(toObservable(this.form).pipe(switchMap(({ controls: { ticked } }) => ticked.valueChanges.pipe(startWith(null), map(() => ticked.value)))), { initialValue: [] as readonly string[] });
  protected readonly done = computed(() => this.norm()?.checklist.filter(({ id }) => this.ticked().includes(id)).length ?? 0);

  constructor() {
    effect(() => {
      const answer = this.applying.value();
      if (!answer) return;
      untracked(() => {
        const { versionId, ticked } = this.form().controls;
        versionId.setValue(answer.norm?.versionId ?? null);
        // Points keep their identifiers from version to version, so what was ticked stays wherever it is still asked.
        const known = ticked.value.filter((id) => answer.norm?.checklist.some((point) => point.id === id));
        if (answer.norm && known.length !== ticked.value.length) ticked.setValue(known);
      });
    });
  }

  protected tick(points: readonly string[]): void {
    const { ticked } = this.form().controls;
    ticked.setValue(points);
    ticked.markAsDirty();
  }
}
