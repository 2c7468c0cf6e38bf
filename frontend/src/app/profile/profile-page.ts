import { Component, computed, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api } from '../core/api';
import { Directory } from '../core/directory';
import { Errors } from '../core/errors';
import { changesOf, submission } from '../core/forms';
import { I18n, LANGUAGES, LANGUAGE_NAMES, isLanguage } from '../core/i18n';
import { Notices } from '../core/notices';
import { Session } from '../core/session';
import { Theme, isTheme } from '../core/theme';
import { Avatar } from '../ui/avatar';
import { FormFailure } from '../ui/form-failure';
import { PageHeader } from '../ui/page-header';
import { Segments } from '../ui/segments';
import { TimeZoneField } from '../ui/time-zone-field';
import { OpenSessions } from './open-sessions';
import { PasswordForm } from './password-form';
import { WorkingTime } from './working-time';

/** What a person settles for themselves: name, language, time zone, look, password, and where they are signed in. */
@Component({
  selector: 't-profile-page',
  imports: [Avatar, FormFailure, MatButton, MatFormFieldModule, MatInput, OpenSessions, PageHeader, PasswordForm, ReactiveFormsModule, Segments, TimeZoneField, WorkingTime],
  templateUrl: './profile-page.html',
  styleUrl: './profile-page.scss',
})
export class ProfilePage {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.t;
  protected readonly session = inject(Session);
  protected readonly theme = inject(Theme);
  protected readonly errors = inject(Errors);
  private readonly directory = inject(Directory);
  protected readonly languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));
  protected readonly themes = computed(() => (['system', 'light', 'dark'] as const).map((value) => ({ value, label: this.t(`profile.theme.${value}`) })));
  protected readonly place = computed(() => {
    const me = this.session.person();
    const team = me?.teamId ? this.directory.name(me.teamId) : '';
    return [team, ...(me?.roles ?? []).map((role) => this.t(`profile.roles.${role}`))].filter((word) => word && word !== '–').join(' · ');
  });
  protected readonly form = new FormGroup({
    name: new FormControl(this.session.person()?.name ?? '', { nonNullable: true, validators: [Validators.required, Validators.maxLength(120)] }),
    timeZone: new FormControl(this.session.person()?.timeZone ?? '', { nonNullable: true, validators: [Validators.required] }),
  });
  protected readonly submission = submission(this.form);

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      await this.session.accept(await this.api.patch('/api/profile', { body: changesOf(this.form) }));
      this.form.markAsPristine();
      this.directory.reload();
      await this.notices.say(this.t('common.saved'));
    });
  }

  protected speak(language: string | null): Promise<void> {
    return isLanguage(language) ? this.attempt(() => this.session.prefer({ language })) : Promise.resolve();
  }

  protected look(theme: string | null): Promise<void> {
    return isTheme(theme) ? this.attempt(() => this.session.prefer({ theme })) : Promise.resolve();
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      await this.notices.sayProblem(error);
    }
  }
}
