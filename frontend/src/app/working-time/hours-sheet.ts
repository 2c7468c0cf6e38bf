import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { FormArray, FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api, ApiResource, View } from '../core/api';
import { Errors } from '../core/errors';
import { Format } from '../core/format';
import { submission } from '../core/forms';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Handed, HoursSubject } from '../core/working-time-opener';
import { FormFailure } from '../ui/form-failure';
import { Segments } from '../ui/segments';
import { Sheet } from '../ui/sheet';
import { State } from '../ui/state';
import { DayShifts, parseShifts, wordsOfShifts } from './shifts.rules';

type HoursView = View<'HoursView'>;
const WORKDAYS = 5;
const dayField = (): FormControl<string> => new FormControl('', { nonNullable: true, validators: [({ value }) => (parseShifts(String(value)) ? null : { bad_shifts: true })] });

/** Edits when the organisation, a team or a person works, and whose holidays they keep. */
@Component({
  selector: 't-hours-sheet',
  imports: [FormFailure, MatButton, MatCheckbox, MatFormFieldModule, MatInput, ReactiveFormsModule, Segments, Sheet, State],
  templateUrl: './hours-sheet.html',
  styles: `
    .days { display: flex; flex-direction: column; gap: var(--t-2); }
    .days label { display: grid; grid-template-columns: 7rem 1fr; align-items: center; gap: var(--t-3); }
    .days input { min-height: max(36px, var(--t-touch)); padding: 0 var(--t-3); border: var(--t-line); border-radius: var(--t-radius); background: none; color: inherit; font: inherit; font-variant-numeric: tabular-nums; }
    .days input.ng-invalid { border-color: var(--t-danger); }
    .bad { color: var(--t-danger); font: var(--t-text-s); }
  `,
})
export class HoursSheet {
  protected readonly t = inject(I18n).t;
  protected readonly errors = inject(Errors);
  protected readonly sheet = inject<MatDialogRef<HoursSheet, Handed>>(MatDialogRef);
  protected readonly subject = inject<HoursSubject>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly format = inject(Format);
  private readonly notices = inject(Notices);

  protected readonly hours = this.read();
  protected readonly isOwnWeek = signal(false);
  protected readonly days = new FormArray(Array.from({ length: 7 }, dayField));
  protected readonly form = new FormGroup({
    week: this.days,
    isOwnRegion: new FormControl(false, { nonNullable: true }),
    region: new FormControl('', { nonNullable: true, validators: [Validators.maxLength(20)] }),
  });
  protected readonly submission = submission(this.form);
  protected readonly title = computed(() => this.t(`workingTime.hours.of.${this.subject.level}`, { name: 'name' in this.subject ? this.subject.name : '' }));
  protected readonly from = computed(() => { const by = this.hours.value()?.weekFrom; return by ? this.t(`workingTime.hours.from.${by.level}`, { name: by.name }) : ''; });
  protected readonly choices = computed(() => (['inherited', 'own'] as const).map((value) => ({ value, label: this.t(`workingTime.hours.${value}`) })));
  protected readonly weekdays = computed(() => {
    const name = new Intl.DateTimeFormat(this.format.locale(), { weekday: 'long', timeZone: 'UTC' });
    // 2024-01-01 was a Monday.
    return Array.from({ length: 7 }, (_, i) => name.format(new Date(Date.UTC(2024, 0, 1 + i))));
  });

  constructor() {
    effect(() => { const value = this.hours.value(); untracked(() => { if (value && this.form.pristine) this.fill(value); }); });
  }

  protected choose(choice: string | null): void {
    this.isOwnWeek.set(choice === 'own');
    const value = this.hours.value();
    if (choice !== 'own' && value) this.show(value.inheritedWeek);
    this.form.markAsDirty();
    this.enable();
  }

  /** Most weeks are five equal days. */
  protected likeMonday(): void {
    for (const day of this.days.controls.slice(1, WORKDAYS)) day.setValue(this.days.controls[0]?.value ?? '');
    this.form.markAsDirty();
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const { isOwnRegion, region } = this.form.getRawValue();
      const week = this.isOwnWeek() ? this.days.controls.map(({ value }) => ({ shifts: parseShifts(value) ?? [] })) : null;
      await this.put({ week, region: isOwnRegion ? region.trim() : null }, this.hours.value()?.version ?? 0);
      this.sheet.close('done');
      void this.notices.say(this.t('common.saved'));
    });
  }

  private fill({ week, inheritedWeek, region, inheritedRegion }: HoursView): void {
    this.isOwnWeek.set(week !== null);
    this.show(week ?? inheritedWeek);
    this.form.patchValue({ isOwnRegion: region !== null, region: region ?? inheritedRegion });
    this.enable();
  }

  private show(week: readonly DayShifts[]): void {
    for (const [i, day] of week.entries()) this.days.controls[i]?.setValue(wordsOfShifts(day));
  }

  private enable(): void {
    if (this.isOwnWeek()) this.days.enable(); else this.days.disable();
  }

  private read(): ApiResource<HoursView> {
    const { subject } = this;
    if (subject.level === 'organisation') return this.api.resource('/api/working-hours/organisation', () => ({}));
    const path = { id: subject.id };
    return subject.level === 'team' ? this.api.resource('/api/working-hours/teams/{id}', () => ({ path })) : this.api.resource('/api/working-hours/people/{id}', () => ({ path }));
  }

  private put(body: { week: { shifts: { from: string; until: string }[] }[] | null; region: string | null }, version: number): Promise<HoursView> {
    const { subject } = this;
    if (subject.level === 'organisation') return this.api.put('/api/working-hours/organisation', { body, version });
    const path = { id: subject.id };
    return subject.level === 'team' ? this.api.put('/api/working-hours/teams/{id}', { path, body, version }) : this.api.put('/api/working-hours/people/{id}', { path, body, version });
  }
}
