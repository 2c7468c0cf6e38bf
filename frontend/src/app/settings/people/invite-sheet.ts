import { Component, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { Api, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Drafts } from '../../core/drafts';
import { submission } from '../../core/forms';
import { I18n } from '../../core/i18n';
import { Session } from '../../core/session';
import { FormFailure } from '../../ui/form-failure';
import { Sheet } from '../../ui/sheet';
import { InvitationLink } from './invitation-link';
import { PersonForm, PersonTyped, personForm } from './person-form';

/** Invites a colleague, and then shows the link to hand over. */
@Component({
  selector: 't-invite-sheet',
  imports: [FormFailure, InvitationLink, MatButton, MatDialogModule, PersonForm, Sheet],
  template: `
    <t-sheet [title]="t('settings.people.inviteTitle')">
      @if (invited(); as made) {
        <t-invitation-link [invited]="made" />
      } @else {
        <form id="invite" class="t-form" novalidate (submit)="$event.preventDefault(); save()">
          <t-person-form [form]="form" />
          <t-form-failure [of]="submission" />
        </form>
      }
      <ng-container actions>
        @if (invited()) {
          <button matButton type="button" (click)="another()">{{ t('settings.people.inviteAnother') }}</button>
          <button matButton mat-dialog-close type="button">{{ t('common.close') }}</button>
        } @else {
          <button matButton mat-dialog-close type="button">{{ t('common.cancel') }}</button>
          <button matButton="filled" type="submit" form="invite" [disabled]="submission.isBusy()">{{ t('settings.people.invite') }}</button>
        }
      </ng-container>
    </t-sheet>
  `,
})
export class InviteSheet {
  private readonly api = inject(Api);
  private readonly directory = inject(Directory);
  private readonly draft = inject(Drafts).open<PersonTyped>('settings/invite');
  private readonly fresh = freshPerson(inject(Session).person());
  protected readonly t = inject(I18n).t;
  protected readonly form = personForm({ ...this.fresh, ...this.draft.restored });
  protected readonly submission = submission(this.form);
  protected readonly invited = signal<View<'InvitedView'> | undefined>(undefined);

  constructor() {
    if (!this.draft.restored) void this.adopt();
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe((typed) => { this.draft.save(typed); });
  }

  protected save(): Promise<void> {
    if (this.invited()) return Promise.resolve();
    return this.submission.run(async () => {
      this.invited.set(await this.api.post('/api/people', { body: this.form.getRawValue(), idempotencyKey: this.draft.idempotencyKey }));
      this.directory.reload();
      this.form.reset({ ...this.fresh, teamId: this.form.value.teamId ?? null, reportsToId: this.form.value.reportsToId ?? null });
      this.draft.clear();
    });
  }

  protected another(): void {
    this.invited.set(undefined);
  }

  // A new colleague most likely speaks the organisation's language and works in its zone; their invitation lets them change both.
  private async adopt(): Promise<void> {
    try {
      const { language, timeZone } = await this.api.get('/api/organisation');
      Object.assign(this.fresh, { language, timeZone });
      const { controls } = this.form;
      if (controls.language.pristine) controls.language.setValue(language, { emitEvent: false });
      if (controls.timeZone.pristine) controls.timeZone.setValue(timeZone, { emitEvent: false });
    } catch {
      // Then the administrator's own language and zone stand there to be changed.
    }
  }
}

function freshPerson(me: View<'SignedInPersonView'> | undefined): PersonTyped {
  return { name: '', email: '', teamId: null, reportsToId: null, roles: ['sales'], dataScope: 'own', language: me?.language ?? 'en', timeZone: me?.timeZone ?? 'Asia/Shanghai' };
}
