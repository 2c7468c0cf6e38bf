import { Component, DestroyRef, ElementRef, Injector, afterNextRender, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { startWith } from 'rxjs';
import { Api, View } from '../core/api';
import { Clock } from '../core/clock';
import { Drafts } from '../core/drafts';
import { Errors } from '../core/errors';
import { Format, inZone } from '../core/format';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { channelIcon } from '../core/icons';
import { LogResult, LogStart } from '../core/log-opener';
import { Notices, Offer } from '../core/notices';
import { Vocabulary, canEndSo } from '../core/vocabulary';
import { Chip } from '../ui/chip';
import { DateField } from '../ui/date-field';
import { FormFailure } from '../ui/form-failure';
import { Choice, Find, LookupField } from '../ui/lookup-field';
import { Segments } from '../ui/segments';
import { Sheet } from '../ui/sheet';
import { TimeField } from '../ui/time-field';
import { LogTyped, isAhead, logForm, requireFor, toPlan, toRecord, whenOf } from './log-form';
import { NextStep } from './next-step';
import { NormSection } from './norm-section';
import { Proposals } from './proposals';
import { QuickLine } from './quick-line/quick-line';

const PROMINENT_CHANNELS = 5;
/** Whether this browser shows the quick line. */
const LINE_SHOWN = 'tangent.quick-line';

/** Logs a contact in seconds, or plans one when its time lies ahead. */
@Component({
  selector: 't-log-sheet',
  imports: [Chip, DateField, FormFailure, LookupField, MatButton, MatCheckbox, MatFormFieldModule, MatInput, MatSelectModule, NextStep, NormSection, QuickLine, ReactiveFormsModule, Segments, Sheet, TimeField],
  templateUrl: './log-sheet.html',
  styleUrl: './log-sheet.scss',
})
export class LogSheet {
  private readonly api = inject(Api);
  private readonly start = inject<LogStart>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<LogSheet, LogResult | 'another'>>(MatDialogRef);
  private readonly notices = inject(Notices);
  private readonly proposals = inject(Proposals);
  private readonly clock = inject(Clock);
  private readonly injector = inject(Injector);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly errors = inject(Errors);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  private readonly body = viewChild.required<ElementRef<HTMLElement>>('body');

  protected readonly form = logForm();
  protected readonly submission = submission(this.form);
  private readonly draft = inject(Drafts).open<LogTyped>(this.start.customer ? `log/${this.start.customer.id}` : 'log/new');
  private readonly typed = toSignal(this.form.valueChanges.pipe(startWith(null)));
  protected readonly isRestored = signal(this.draft.restored !== undefined);
  protected readonly areDetailsOpen = signal(false);
  protected readonly line = this.start.line ?? '';
  protected readonly isLineOpen = signal(this.line !== '' || localStorage.getItem(LINE_SHOWN) === 'true');
  protected readonly isCustomerGiven = this.start.customer !== undefined;

  protected readonly customer = computed(() => { this.typed(); return this.form.controls.customer.value; });
  private readonly when = computed(() => { this.typed(); return whenOf(this.form.getRawValue(), this.clock.today(), this.clock.now(), this.clock.timeZone()); });
  protected readonly isPlan = computed(() => isAhead(this.when(), this.clock.now()));
  protected readonly disposition = computed(() => { this.typed(); return this.vocabulary.find('dispositions', this.form.controls.dispositionId.value); });
  private readonly channelId = computed(() => { this.typed(); return this.form.controls.channelId.value ?? undefined; });
  protected readonly stage = computed(() => { this.typed(); return this.vocabulary.find('stages', this.form.controls.stage.controls.stageId.value); });

  protected readonly brief = this.api.resource('/api/customers/{id}/brief', () => { const id = this.customer()?.id; return id ? { path: { id } } : undefined; });
  protected readonly defaults = this.api.resource('/api/log-defaults', () => {
    const customerId = this.customer()?.id;
    const [channelId, dispositionId] = [this.channelId(), this.disposition()?.id];
    return customerId ? { query: { customerId, ...(channelId ? { channelId } : {}), ...(dispositionId ? { dispositionId } : {}) } } : undefined;
  });
  protected readonly match = computed(() => (this.defaults.value()?.match ?? null));
  /** The planned contact that is worked, as far as the norm depends on it. */
  protected readonly workedId = computed(() => { this.typed(); return this.form.controls.keepsTouchpoint.value ? (this.start.touchpointId ?? this.match()?.touchpointId ?? null) : null; });
  protected readonly hint = computed(() => {
    const kind = this.isPlan() ? undefined : this.defaults.value()?.retry?.kind;
    return kind && kind !== 'retry' ? this.t(`log.hints.${kind}`) : '';
  });
  protected readonly pressure = computed(() => { const now = this.defaults.value()?.pressure; return now && now.count >= now.limit ? this.t('log.hints.pressure', { count: now.count, limit: now.limit }) : ''; });
  protected readonly needsOverride = computed(() => { const now = this.defaults.value(); return (now?.isDoNotContact ?? false) || (now?.isQuietNow ?? false); });

  protected readonly channels = computed(() => {
    const all = this.vocabulary.choices('channels');
    const chosen = this.channelId();
    const first = all.slice(0, PROMINENT_CHANNELS);
    const also = all.filter((channel) => channel.id === chosen && !first.includes(channel));
    return [...first, ...also].map(({ id, icon }) => ({ value: id, label: this.vocabulary.name(id), icon: channelIcon(icon) }));
  });
  protected readonly otherChannels = computed(() => this.vocabulary.choices('channels').filter(({ id }) => !this.channels().some(({ value }) => value === id)));
  protected readonly dispositions = computed(() => {
    const [channel, chosen] = [this.vocabulary.find('channels', this.channelId()), this.disposition()];
    return this.vocabulary.choices('dispositions').filter((one) => one === chosen || canEndSo(channel, one)).map(({ id }) => ({ value: id, label: this.vocabulary.name(id) }));
  });
  protected readonly directions = computed(() => (['outbound', 'inbound'] as const).map((value) => ({ value, label: this.t(`log.${value}`) })));
  protected readonly scores = computed(() => ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })));
  protected readonly people = computed(() => (this.brief.value()?.people ?? []).filter(({ id }) => id !== null));

  protected readonly findCustomer: Find = async (q) => {
    if (q.length < 1) return [];
    const { items } = await this.api.get('/api/search', { query: { q, limit: 8 } });
    return items.map(({ id, name, detail }): Choice => ({ id, label: name, ...(detail ? { detail } : {}) }));
  };

  constructor() {
    const { customer, channelId, norm } = this.start;
    this.form.patchValue({ ...this.draft.restored });
    // A proposal never takes the place of what was chosen before the page went away.
    if (this.draft.restored?.nextStep?.kind) this.form.controls.nextStep.markAsDirty();
    if (customer) this.form.patchValue({ customer: { id: customer.id, label: customer.name } });
    if (channelId && !this.form.controls.channelId.value) this.form.patchValue({ channelId });
    if (norm && !this.draft.restored?.norm?.ticked.length) this.form.patchValue({ norm });
    this.form.valueChanges.pipe(startWith(null), takeUntilDestroyed()).subscribe(() => { requireFor(this.form, untracked(this.isPlan)); });
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => { if (this.form.dirty) this.draft.save(this.form.getRawValue()); });
    effect(() => { this.fillDefaults(); });
    // Nothing typed is lost when the page goes away in the middle of a word.
    const keep = (): void => { if (this.form.dirty) this.draft.save(this.form.getRawValue()); };
    addEventListener('pagehide', keep);
    inject(DestroyRef).onDestroy(() => { removeEventListener('pagehide', keep); });
  }

  /** Takes the server's proposals where the person has not chosen yet. */
  private fillDefaults(): void {
    const proposed = this.defaults.value();
    if (!proposed) return;
    untracked(() => {
      const { channelId, dispositionId, nextStep } = this.form.controls;
      if (!channelId.value && channelId.pristine) channelId.setValue(proposed.channelId);
      if (!dispositionId.value && dispositionId.pristine) dispositionId.setValue(proposed.dispositionId);
      const { retry } = proposed;
      if (nextStep.dirty) return;
      const at = retry?.dueAt ? inZone(retry.dueAt, this.clock.timeZone()) : null;
      const dueOn = at?.date ?? retry?.dueOn ?? null;
      // Without a proposal an earlier one goes too: it was made for another answer.
      nextStep.patchValue({ kind: dueOn ? 'touchpoint' : null, dueOn, dueTime: at?.time ?? null, channelId: dueOn ? (retry?.channelId ?? null) : null });
    });
  }

  protected chooseChannel(id: string): void {
    this.form.controls.channelId.setValue(id);
    this.form.controls.channelId.markAsDirty();
  }

  /** Shows or hides the quick line, here and the next time. */
  protected toggleLine(): void {
    this.isLineOpen.update((isOpen) => !isOpen);
    localStorage.setItem(LINE_SHOWN, String(this.isLineOpen()));
    if (this.isLineOpen()) afterNextRender(() => { this.body().nativeElement.querySelector<HTMLInputElement>('t-quick-line input')?.focus(); }, { injector: this.injector });
  }

  protected discard(): void {
    this.draft.clear();
    this.form.reset();
    if (this.start.customer) this.form.patchValue({ customer: { id: this.start.customer.id, label: this.start.customer.name } });
    this.isRestored.set(false);
  }

  /** What was kept about one customer never becomes part of a record of another: it waits for its own. */
  protected setAside(): void {
    const about = this.draft.restored?.customer;
    if (!this.isRestored() || !about) return;
    this.draft.setAside(`log/${about.id}`);
    this.form.reset();
    this.isRestored.set(false);
  }

  protected save(): Promise<void> {
    requireFor(this.form, this.isPlan());
    return this.submission.run(() => (this.isPlan() ? this.plan() : this.record()));
  }

  private async record(): Promise<void> {
    const touchpointId = this.start.touchpointId ?? undefined;
    const body = toRecord(this.form.getRawValue(), this.when(), touchpointId, this.clock.timeZone());
    const saved = await this.api.post('/api/follow-ups', { body, idempotencyKey: this.draft.idempotencyKey });
    const offers = this.proposals.after(body, this.brief.value());
    this.finish(body.customerId, this.saidOf(body.nextStep), () => this.api.delete('/api/follow-ups/{id}', { path: { id: saved.id } }), offers);
  }

  /** What the notice says: with the next date, which is what one looks for. */
  private saidOf({ dueAt, dueOn }: View<'LogContact'>['nextStep']): string {
    const when = dueAt ? this.format.instant(dueAt) : dueOn ? this.format.day(dueOn, 'weekday') : null;
    return when ? this.t('log.savedNext', { when }) : this.t('log.saved');
  }

  private async plan(): Promise<void> {
    const body = toPlan(this.form.getRawValue(), this.when() ?? '');
    const planned = await this.api.post('/api/touchpoints', { body, idempotencyKey: this.draft.idempotencyKey });
    this.finish(body.customerId, this.t('log.planned', { when: planned.dueAt ? this.format.instant(planned.dueAt) : this.format.day(planned.dueOn) }), () =>
      this.api.delete('/api/touchpoints/{id}', { path: { id: planned.id }, version: planned.version }));
  }

  /** Makes room for a log of somebody else: the page had proposed the wrong one. What was typed waits for its customer. */
  protected leave(): void {
    this.dialog.close('another');
  }

  private finish(customerId: string, said: string, undo: () => Promise<unknown>, offers: readonly Offer[] = []): void {
    this.draft.clear();
    this.form.markAsPristine();
    this.dialog.close({ customerId });
    void this.notices.offer(said, offers, undo);
  }
}
