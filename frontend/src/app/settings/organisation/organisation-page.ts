import { Component, computed, effect, inject, untracked } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { RouterLink } from '@angular/router';
import { Api, Problem, View } from '../../core/api';
import { Errors } from '../../core/errors';
import { Format } from '../../core/format';
import { changesOf, submission } from '../../core/forms';
import { I18n, LANGUAGES, LANGUAGE_NAMES, Language } from '../../core/i18n';
import { Notices } from '../../core/notices';
import { Session } from '../../core/session';
import { FormFailure } from '../../ui/form-failure';
import { PageHeader } from '../../ui/page-header';
import { State } from '../../ui/state';
import { TimeZoneField } from '../../ui/time-zone-field';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
// 1 January 2024 was a Monday.
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

const text = (): FormControl<string> => new FormControl('', { nonNullable: true, validators: [Validators.required] });

/** The organisation's name, zone, currency and language. */
@Component({
  selector: 't-organisation-page',
  imports: [FormFailure, MatButton, MatFormFieldModule, MatInput, MatSelectModule, PageHeader, ReactiveFormsModule, State, TimeZoneField, RouterLink],
  templateUrl: './organisation-page.html',
  styleUrl: './organisation-page.scss',
})
export class OrganisationPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly errors = inject(Errors);
  protected readonly languages = LANGUAGES;
  protected readonly names = LANGUAGE_NAMES;
  protected readonly organisation = this.api.resource('/api/organisation', () => ({}));
  protected readonly form = new FormGroup({
    name: text(), timeZone: text(), currency: text(),
    language: new FormControl<Language>('en', { nonNullable: true }),
    weekStartsOn: new FormControl(1, { nonNullable: true }),
    contactsPerDay: new FormControl(8, { nonNullable: true, validators: [Validators.required, Validators.min(1), Validators.max(200)] }),
  });
  protected readonly submission = submission(this.form);
  protected readonly weekdays = computed(() => {
    const longName = new Intl.DateTimeFormat(this.format.locale(), { weekday: 'long', timeZone: 'UTC' });
    return WEEK.map((day) => ({ day, long: longName.format(MONDAY + (day - 1) * DAY_MS) }));
  });
  protected readonly currencies = computed(() => {
    const names = new Intl.DisplayNames(this.format.locale(), { type: 'currency' });
    return Intl.supportedValuesOf('currency').map((code) => ({ code, name: names.of(code) ?? code }));
  });

  constructor() {
    effect(() => {
      const value = this.organisation.value();
      untracked(() => { if (value) this.fill(value); });
    });
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      try {
        const saved = await this.api.patch('/api/organisation', { body: changesOf(this.form), version: this.organisation.value()?.version ?? 0 });
        this.form.markAsPristine();
        this.organisation.set(saved);
      } catch (error) {
        if (Problem.from(error).status === 412) this.organisation.reload();
        throw error;
      }
      await this.session.load();
      await this.notices.say(this.t('common.saved'));
    });
  }

  // What the person has touched stays, whatever comes from the server.
  private fill(value: View<'OrganisationView'>): void {
    const untouched = Object.entries(this.form.controls).filter(([, { dirty }]) => !dirty).map(([name]) => name);
    this.form.patchValue(Object.fromEntries(Object.entries(value).filter(([name]) => untouched.includes(name))));
  }
}
