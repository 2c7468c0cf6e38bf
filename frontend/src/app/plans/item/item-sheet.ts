import { Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { debounceTime, map, startWith } from 'rxjs';
import { Api, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Errors } from '../../core/errors';
import { Format, addDays, partsOf } from '../../core/format';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { Vocabulary } from '../../core/vocabulary';
import { DateField } from '../../ui/date-field';
import { FormFailure } from '../../ui/form-failure';
import { Segments } from '../../ui/segments';
import { Sheet } from '../../ui/sheet';
import { Changing, isMade } from '../changes/changing';
import { Renew, renewing } from '../renewing';
import { bodyOf, itemForm } from './item-form';
import { ItemWords } from './item-words';
import { MONTH_ONS, NTHS, REPEATS, WEEKDAYS, ruleOf } from './recurrence.rules';

/** The plan, and the item to change; none: a new one. */
export interface ItemStart { plan: View<'PlanView'>; renew: Renew; item?: View<'PlanItemView'> }

const PAUSE_MS = 250;

/** Writes a plan item: the seven things, when it repeats, and whom it is for with a live count. */
@Component({
  selector: 't-item-sheet',
  imports: [DateField, FormFailure, MatButton, MatCheckbox, MatFormFieldModule, MatInput, MatSelectModule, ReactiveFormsModule, Segments, Sheet],
  templateUrl: './item-sheet.html',
  styleUrl: './item-sheet.scss',
})
export class ItemSheet {
  protected readonly start = inject<ItemStart>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<ItemSheet, View<'PlanView'>>>(MatDialogRef);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly directory = inject(Directory);
  protected readonly errors = inject(Errors);
  protected readonly format = inject(Format);
  protected readonly words = inject(ItemWords);
  protected readonly t = inject(I18n).t;
  protected readonly weekdays = WEEKDAYS;
  protected readonly nths = NTHS;
  protected readonly lastOn = addDays(this.start.plan.untilOn, -1);

  private readonly changing = inject(Changing);
  // Another one once somebody else has changed the plan: saving again then writes over that.
  private version = this.start.plan.version;
  private readonly notices = inject(Notices);
  protected readonly isChoosing = signal(false);
  protected readonly isMade = isMade(this.start.plan);
  protected readonly form = itemForm(this.start.item, this.start.plan);
  protected readonly submission = submission(this.form);
  protected readonly value = toSignal(this.form.valueChanges.pipe(startWith(null), map(() => this.form.getRawValue())), { requireSync: true });
  private readonly settled = toSignal(this.form.valueChanges.pipe(debounceTime(PAUSE_MS), startWith(null), map(() => this.form.getRawValue())), { requireSync: true });

  protected readonly segments = this.api.resource('/api/segments', () => ({}), { followWrites: true });
  // Somebody else's view that is in the plan already can stay, though it is not on offer.
  protected readonly audiences = computed(() => {
    const [all, { item }] = [this.segments.value()?.items ?? [], this.start];
    const here = item?.segmentId && !all.some(({ id }) => id === item.segmentId) ? [{ id: item.segmentId, name: item.segmentName ?? '–', kind: item.segmentKind ?? 'filter' }] : [];
    return [...here, ...all];
  });
  private readonly norms_ = this.api.resource('/api/norms', () => ({}));
  protected readonly norms = computed(() => (this.norms_.value()?.items ?? []).filter(({ id, isArchived }) => !isArchived || id === this.start.item?.normId));
  private readonly incentives_ = this.api.resource('/api/incentives', () => ({}));
  protected readonly incentives = computed(() => (this.incentives_.value()?.items ?? []).filter(({ id, isArchived }) => !isArchived || id === this.start.item?.incentiveId));
  protected readonly count = this.api.resource('/api/segments/{id}/count', () => {
    const id = this.value().segmentId;
    return id && this.segments.value()?.items.some((one) => one.id === id) ? { path: { id } } : undefined;
  });
  protected readonly due = this.api.resource('/api/plans/due-days', () => {
    const value = this.settled();
    const rule = ruleOf(value);
    if (!value.startsOn || this.form.controls.interval.invalid || this.form.controls.day.invalid) return undefined;
    const { fromOn, untilOn } = this.start.plan;
    return { query: { startsOn: value.startsOn, from: fromOn, until: untilOn, ...(rule ? { recurrence: rule } : {}), ...(value.endsOn && rule ? { endsOn: addDays(value.endsOn, 1) } : {}) } };
  });
  protected readonly days = computed(() => this.due.value()?.days.map((day) => this.format.day(day)).join(', ') ?? '');
  protected readonly repeats = computed(() => REPEATS.map((value) => ({ value, label: this.t(`plans.repeat.${value}`) })));
  protected readonly monthOns = computed(() => MONTH_ONS.map((value) => ({ value, label: this.t(`plans.repeat.month_${value}`) })));
  protected readonly modes = computed(() => (['routine', 'ad_hoc'] as const).map((value) => ({ value, label: this.t(`plans.modes.${value}`) })));
  protected readonly channels = computed(() => this.vocabulary.choices('channels', this.start.item?.channelId).map(({ id, contactKind }) => ({ id, label: `${this.vocabulary.name(id)} · ${this.t(`contactKinds.${contactKind}`)}` })));
  protected readonly people = computed(() => {
    const now = this.directory.people().filter(({ id }) => id === this.start.item?.responsibleId);
    return [...this.directory.visible(), ...now.filter((one) => !this.directory.visible().includes(one))];
  });

  constructor() {
    // The day of the month is the one it starts on until somebody says another.
    const { startsOn, day } = this.form.controls;
    startsOn.valueChanges.pipe(takeUntilDestroyed()).subscribe((date) => { if (date && day.pristine && !this.start.item?.recurrence) day.setValue(partsOf(date).day); });
  }

  protected toggle(day: string): void {
    const { weekdays } = this.form.controls;
    weekdays.setValue(weekdays.value.includes(day) ? weekdays.value.filter((other) => other !== day) : [...weekdays.value, day]);
  }

  /** Whom we do not serve yet, as a saved view like any other audience: one that is there, else a new one of the person's own. */
  protected async chooseNotServed(): Promise<void> {
    const filter = { served: 'no' } as const;
    const known = this.segments.value()?.items.find((one) => one.kind === 'filter' && JSON.stringify(one.filter) === JSON.stringify(filter));
    this.isChoosing.set(true);
    try {
      const { id } = known ?? (await this.api.post('/api/segments', { body: { name: this.t('plans.item.notServed'), filter } }));
      this.form.controls.segmentId.setValue(id);
      this.form.markAsDirty();
    } catch (error) {
      void this.notices.sayProblem(error);
    } finally {
      this.isChoosing.set(false);
    }
  }

  /** A rule that nobody touched stays as it is written, however else it could be said. */
  private isRuleUntouched(): boolean {
    const { startsOn, repeat, interval, weekdays, monthOn, day, nth, nthDay } = this.form.controls;
    return [startsOn, repeat, interval, weekdays, monthOn, day, nth, nthDay].every(({ pristine }) => pristine);
  }

  protected save(): Promise<void> {
    return this.submission.run(() => renewing(this.start.renew, () => this.send(), ({ version }) => { this.version = version; }));
  }

  private async send(): Promise<void> {
    const { item } = this.start;
    const plan = { ...this.start.plan, version: this.version };
    const kind = this.vocabulary.find('channels', this.form.controls.channelId.value)?.contactKind ?? null;
    const body = { ...bodyOf(this.form.getRawValue()), contactKind: kind, ...(item && this.isRuleUntouched() ? { recurrence: item.recurrence } : {}) };
    if (this.isMade) {
      const changed = await this.changing.ask(plan, item ? { change: [{ id: item.id, ...body }] } : { add: [body] });
      if (changed) this.dialog.close(changed);
      return;
    }
    const options = { body, version: plan.version };
    this.dialog.close(item
      ? await this.api.patch('/api/plans/{id}/items/{itemId}', { path: { id: plan.id, itemId: item.id }, ...options })
      : await this.api.post('/api/plans/{id}/items', { path: { id: plan.id }, ...options }));
  }
}
