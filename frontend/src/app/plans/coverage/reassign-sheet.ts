import { Component, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { RouterLink } from '@angular/router';
import { Api, Problem, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Errors } from '../../core/errors';
import { Format, LocalDate } from '../../core/format';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { FormFailure } from '../../ui/form-failure';
import { Segments } from '../../ui/segments';
import { Sheet } from '../../ui/sheet';

/** Which open touchpoints go to others: those named, or all of a plan, of people, in a period. */
export interface Reassigning {
  readonly touchpointIds?: readonly string[];
  readonly planId?: string;
  readonly ownerIds?: readonly string[];
  readonly from?: LocalDate;
  readonly until?: LocalDate;
}

type Preview = View<'ReassignPreview'>;
const PAUSE_MS = 250;

/** Gives chosen touchpoints to one person, or spreads them evenly over several; shows who gets how many in which week, does it, and can be taken back. */
@Component({
  selector: 't-reassign-sheet',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, RouterLink, Segments, Sheet],
  templateUrl: './reassign-sheet.html',
  styles: `
    .people { display: grid; gap: var(--t-3); }
    h3 { font: var(--t-text-strong); }
    .is-over { color: var(--t-on-warning-soft); background: var(--t-warning-soft); }
    summary { min-height: var(--t-touch); align-content: center; cursor: pointer; }
    ul { list-style: none; }
    li { padding-block: var(--t-1); }
    tbody tr:last-child th { border-bottom: 0; }
  `,
})
export class ReassignSheet {
  private readonly start = inject<Reassigning>(MAT_DIALOG_DATA);
  protected readonly sheet = inject<MatDialogRef<ReassignSheet, 'done'>>(MatDialogRef);
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly directory = inject(Directory);
  protected readonly errors = inject(Errors);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly form = new FormGroup({
    way: new FormControl<'assign' | 'rebalance'>(this.start.touchpointIds ? 'assign' : 'rebalance', { nonNullable: true }), toId: new FormControl<string | null>(null), toIds: new FormControl<string[]>([], { nonNullable: true }), reason: new FormControl('', { nonNullable: true }),
  });
  protected readonly submission = submission(this.form);
  private readonly typed = toSignal(this.form.valueChanges);
  protected readonly value = computed(() => { this.typed(); return this.form.getRawValue(); });
  protected readonly preview = signal<Preview | undefined>(undefined);
  /** What stays, by reason, each with those that the server listed. */
  protected readonly staying = computed(() => { const shown = this.preview(); return (shown?.skipped ?? []).map((group) => ({ ...group, items: (shown?.staying ?? []).filter(({ reason }) => reason === group.reason) })); });
  protected readonly problem = signal('');
  protected readonly ways = computed(() => (['assign', 'rebalance'] as const).map((value) => ({ value, label: this.t(`plans.coverage.ways.${value}`) })));
  private readonly asked = computed(() => {
    const { way, toId, toIds, reason } = this.value();
    const ids = way === 'assign' ? (toId ? [toId] : []) : toIds;
    return ids.length ? ({ ...this.start, way, toIds: [...ids], reason: reason.trim() } as View<'Reassign'>) : undefined;
  });

  constructor() {
    effect((onCleanup) => {
      const asked = this.asked();
      if (!asked) { this.preview.set(undefined); this.problem.set(''); return; }
      const timer = setTimeout(() => void this.look(asked), PAUSE_MS);
      onCleanup(() => { clearTimeout(timer); });
    });
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const [asked, shown] = [this.asked(), this.preview()];
      if (!asked || !shown) return;
      try {
        const { id, changed } = await this.api.post('/api/reassignments', { body: { ...asked, expected: shown.expected } });
        this.sheet.close('done');
        void this.notices.offerUndo(this.t('plans.coverage.reassigned', { count: changed }), () => this.api.post('/api/reschedulings/{id}/reversal', { path: { id } }));
      } catch (error) {
        if (Problem.from(error).status === 412) await this.look(asked);
        throw error;
      }
    });
  }

  private async look(asked: View<'Reassign'>): Promise<void> {
    try {
      this.preview.set(await this.api.post('/api/reassignments/preview', { body: asked }));
      this.problem.set('');
    } catch (error) {
      const refusal = Problem.from(error);
      this.preview.set(undefined);
      this.problem.set(refusal.fields[0] ? this.errors.ofField(refusal.fields[0]) : this.errors.ofProblem(refusal));
    }
  }
}
