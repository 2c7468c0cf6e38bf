import { Component, ElementRef, Injector, afterNextRender, computed, inject, signal, viewChild } from '@angular/core';
import { FormControl } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { Api, Problem, newIdempotencyKey } from '../../core/api';
import { Errors } from '../../core/errors';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { Choice, Find, LookupField } from '../../ui/lookup-field';
import { Sheet } from '../../ui/sheet';
import { State } from '../../ui/state';
import { Choices, Side, takenOf } from './field-choices.rules';
import { FieldWords } from './field-words';
import { Chosen, MergeFields } from './merge-fields';
import { MergeMoves } from './merge-moves';
import { MergePreview, plainly } from './merge-preview';
import { Named, PossibleDuplicates } from './possible-duplicates';
import { TellingApart } from './telling-apart';

/** The customer whose page asks, and the other one where it is known already. */
export interface MergeStart { customer: Named; other?: Named }

const OFFERED = 8;
const TELLING = 3;

/** Makes two customers one: chooses the other one, shows both side by side and what would move, and takes whose value stays in each field. Closes with the customer that stays. */
@Component({
  selector: 't-merge-sheet',
  imports: [LookupField, MatButton, MatIcon, MatIconButton, MergeFields, MergeMoves, PossibleDuplicates, Sheet, State],
  providers: [MergePreview],
  templateUrl: './merge-sheet.html',
  styleUrl: './merge-sheet.scss',
})
export class MergeSheet {
  protected readonly start = inject<MergeStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<MergeSheet, Named>>(MatDialogRef);
  private readonly errors = inject(Errors);
  private readonly notices = inject(Notices);
  private readonly fields = inject(FieldWords);
  private readonly injector = inject(Injector);
  private readonly swapper = viewChild('swapper', { read: ElementRef });
  protected readonly apart = inject(TellingApart);
  protected readonly preview = inject(MergePreview);
  protected readonly t = inject(I18n).t;

  protected readonly wanted = new FormControl<Choice | null>(null);
  protected readonly duplicates = this.api.resource('/api/customers/{id}/duplicates', () => (this.other() ? undefined : { path: { id: this.start.customer.id } }));
  protected readonly kept = signal<Named>(this.start.customer);
  protected readonly other = signal<Named | undefined>(undefined);
  protected readonly choices = signal<Choices>({});
  protected readonly notice = signal('');
  protected readonly isBusy = signal(false);
  /** What tells two of the same name apart: the first values in which they differ. */
  protected readonly told = computed(() => {
    const fields = this.kept().name === this.other()?.name ? (this.preview.value()?.fields ?? []) : [];
    const of = (side: Side): string => fields.filter((field) => field.differs && field[side] !== null).slice(0, TELLING).map((field) => this.fields.value(field, field[side])).join(' · ');
    return { kept: of('kept'), other: of('other') };
  });
  // What is sent twice because no answer came is done once; another question is another merge.
  private sent: { body: string; key: string } | undefined;

  constructor() {
    if (this.start.other) this.pick(this.start.other);
  }

  protected readonly find: Find = async (q) => {
    if (!q) return [];
    const { items } = await this.api.get('/api/search', { query: { q, limit: OFFERED } });
    return items.filter(({ id }) => id !== this.start.customer.id).map(({ id, name, detail }) => ({ id, label: name, ...(detail ? { detail } : {}) }));
  };

  protected pick({ id, name }: Named): void {
    this.show(this.start.customer, { id, name });
    this.choices.set({});
    // What was pressed is gone.
    afterNextRender(() => { (this.swapper()?.nativeElement as HTMLElement | undefined)?.focus(); }, { injector: this.injector });
  }

  protected tellApart(other: Named): void {
    void this.apart.tell(this.start.customer.id, other, () => { this.duplicates.reload(); });
  }

  protected takeBack({ id }: Named): void {
    void this.apart.takeBack(this.start.customer.id, id, () => { this.duplicates.reload(); });
  }

  protected swap(): void {
    const other = this.other();
    if (other) this.show(other, this.kept());
  }

  protected chooseAgain(): void {
    this.wanted.reset();
    this.notice.set('');
    this.other.set(undefined);
    this.kept.set(this.start.customer);
  }

  protected choose({ key, side }: Chosen): void {
    const id = side === 'kept' ? this.kept().id : this.other()?.id;
    if (id) this.choices.update((choices) => ({ ...choices, [key]: id }));
  }

  protected async merge(): Promise<void> {
    const [kept, other, found] = [this.kept(), this.other(), this.preview.value()];
    if (!other || !found || this.isBusy()) return;
    const body = { otherId: other.id, take: takenOf(found.fields, this.choices(), other.id), version: found.version, otherVersion: found.otherVersion };
    this.isBusy.set(true);
    this.notice.set('');
    try {
      const { id } = await this.api.post('/api/customers/{id}/merges', { path: { id: kept.id }, body, idempotencyKey: this.keyFor(kept.id, body) });
      this.dialog.close(kept);
      void this.notices.offerUndo(this.t('merging.done', { kept: kept.name, other: other.name }), () => this.api.post('/api/merges/{id}/undo', { path: { id } }));
    } catch (error) {
      this.refused(Problem.from(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private show(kept: Named, other: Named): void {
    this.kept.set(kept);
    this.other.set(other);
    this.notice.set('');
    void this.preview.ask({ keptId: kept.id, otherId: other.id });
  }

  /** Somebody changed one of the two: both are shown as they are now, and what was chosen stays chosen. */
  private refused(problem: Problem): void {
    const isStale = problem.code === 'changed_meanwhile';
    this.notice.set(isStale ? this.t('merging.changedMeanwhile') : this.errors.ofProblem(plainly(problem)));
    if (isStale || problem.status === 409) this.preview.reload();
  }

  private keyFor(keptId: string, body: object): string {
    const asked = JSON.stringify([keptId, body]);
    if (this.sent?.body !== asked) this.sent = { body: asked, key: newIdempotencyKey() };
    return this.sent.key;
  }
}
