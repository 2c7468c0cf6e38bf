import { LiveAnnouncer } from '@angular/cdk/a11y';
import { CdkDrag, CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import { Component, ElementRef, Injector, afterNextRender, computed, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { map, startWith } from 'rxjs';
import { Api, Problem, View } from '../core/api';
import { Drafts } from '../core/drafts';
import { Errors } from '../core/errors';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Vocabulary } from '../core/vocabulary';
import { FormFailure } from '../ui/form-failure';
import { Segments } from '../ui/segments';
import { Sheet } from '../ui/sheet';
import { CONTACT_KINDS, NormForm, bodyOf, normForm, pointForm, requirePlace } from './norm-form';
import { PLACEHOLDERS, Placeholder, previewOf } from './script.rules';

type Typed = ReturnType<NormForm['getRawValue']>;

/** The norm to change; none: a new one. */
export interface NormStart { norm?: View<'NormView'> }

/** Writes a norm: where it applies, its checklist in order, script with a preview, dos and don'ts, the promised answer. */
@Component({
  selector: 't-norm-sheet',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, FormFailure, MatButton, MatCheckbox, MatDialogModule, MatFormFieldModule, MatIcon, MatIconButton, MatInput, MatSelectModule, ReactiveFormsModule, Segments, Sheet],
  templateUrl: './norm-sheet.html',
  styleUrl: './norm-sheet.scss',
})
export class NormSheet {
  protected readonly start = inject<NormStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<NormSheet, View<'NormView'>>>(MatDialogRef);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly draft = inject(Drafts).open<Typed>(`norms/${this.start.norm ? `${this.start.norm.id}/${this.start.norm.version}` : 'new'}`);
  private readonly script = viewChild.required<ElementRef<HTMLTextAreaElement>>('script');
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly kinds = CONTACT_KINDS;
  protected readonly placeholders = PLACEHOLDERS;

  protected readonly form = normForm(this.start.norm);
  protected readonly submission = submission(this.form);
  protected readonly value = toSignal(this.form.valueChanges.pipe(startWith(null), map(() => this.form.getRawValue())), { requireSync: true });
  protected readonly channels = computed(() => this.vocabulary.choices('channels', this.start.norm?.channelId));
  protected readonly places = computed(() => (['channel', 'kind', 'items'] as const).map((value) => ({ value, label: this.t(`norms.places.${value}`) })));
  protected readonly preview = computed(() => {
    const words = Object.fromEntries(PLACEHOLDERS.map((name) => [name, this.t(`norms.samples.${name}`)])) as Record<Placeholder, string>;
    return previewOf(this.value().script, words);
  });
  private version = this.start.norm?.version ?? 0;

  constructor() {
    const { restored } = this.draft;
    if (restored) {
      for (const _ of restored.checklist?.slice(this.points.length) ?? []) this.points.push(pointForm());
      this.form.patchValue(restored);
    } else if (!this.start.norm) this.points.push(pointForm());
    requirePlace(this.form);
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => {
      requirePlace(this.form);
      if (this.form.dirty) this.draft.save(this.form.getRawValue());
    });
  }

  protected get points() {
    return this.form.controls.checklist;
  }

  protected addPoint(): void {
    this.points.push(pointForm());
    this.points.markAsDirty();
    this.focus(`[data-point="${this.points.length - 1}"] input[type=text]`);
  }

  protected removePoint(at: number): void {
    this.points.removeAt(at);
    this.points.markAsDirty();
    this.focus(this.points.length ? `[data-point="${Math.min(at, this.points.length - 1)}"] input[type=text]` : '.add');
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    this.put(previousIndex, currentIndex);
  }

  /** Arrow keys on the handle move the point; the handle keeps the focus. */
  protected key(event: KeyboardEvent, at: number): void {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    if (!this.put(at, at + by)) return;
    void this.announcer.announce(this.t('norms.movedTo', { place: at + by + 1, count: this.points.length }));
    this.focus(`[data-point="${at + by}"] .handle`);
  }

  /** Writes a placeholder where the cursor stands. */
  protected insert(name: Placeholder): void {
    const { nativeElement: area } = this.script();
    const { script } = this.form.controls;
    const [from, to] = [area.selectionStart, area.selectionEnd];
    script.setValue(`${script.value.slice(0, from)}{${name}}${script.value.slice(to)}`);
    script.markAsDirty();
    area.focus();
    area.setSelectionRange(from + name.length + 2, from + name.length + 2);
  }

  protected save(): Promise<void> {
    // A point left blank is none, the one offered at the beginning included.
    for (let at = this.points.length - 1; at >= 0; at -= 1) if (!this.points.at(at).controls.text.value.trim()) this.points.removeAt(at);
    return this.submission.run(async () => {
      const saved = this.start.norm ? await this.change(this.start.norm.id) : await this.api.post('/api/norms', { body: bodyOf(this.form), idempotencyKey: this.draft.idempotencyKey });
      this.draft.clear();
      this.form.markAsPristine();
      this.dialog.close(saved);
    });
  }

  private async change(id: string): Promise<View<'NormView'>> {
    try {
      return await this.api.patch('/api/norms/{id}', { path: { id }, body: bodyOf(this.form), version: this.version });
    } catch (error) {
      // The next try is made knowingly over what somebody else wrote.
      if (Problem.from(error).status === 412) this.version = (await this.api.get('/api/norms')).items.find((norm) => norm.id === id)?.version ?? this.version;
      throw error;
    }
  }

  private put(from: number, to: number): boolean {
    if (from === to || to < 0 || to >= this.points.length) return false;
    const point = this.points.at(from);
    this.points.removeAt(from, { emitEvent: false });
    this.points.insert(to, point);
    this.points.markAsDirty();
    return true;
  }

  private focus(selector: string): void {
    afterNextRender(() => { this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus(); }, { injector: this.injector });
  }
}
