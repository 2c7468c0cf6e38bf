import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { View } from '../../core/api';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Notices } from '../../core/notices';

/** The link that lets a colleague choose a password; it is shown this once, so it can be copied. */
@Component({
  selector: 't-invitation-link',
  imports: [MatButton, MatIcon],
  template: `
    <p>{{ t('settings.link.handOver', { name: invited().person.name, email: invited().person.email }) }}</p>
    <label class="t-small t-muted" for="invitation-link">{{ t('settings.link.label') }}</label>
    <div class="row">
      <input #link id="invitation-link" readonly [value]="invited().invitationUrl" (focus)="link.select()" />
      <button matButton="filled" type="button" (click)="copy(link)"><mat-icon aria-hidden="true" svgIcon="content_copy" />{{ t('settings.link.copy') }}</button>
    </div>
    <p class="t-small t-muted">{{ t('settings.link.validUntil', { when: format.instant(invited().person.invitedUntil) }) }}</p>
  `,
  styles: `
    :host { display: flex; flex-direction: column; gap: var(--t-2); }
    p:first-child { padding-bottom: var(--t-2); }
    .row { display: flex; flex-wrap: wrap; gap: var(--t-2); }
    input { flex: 1 1 240px; min-width: 0; min-height: var(--t-touch); padding: 0 var(--t-3); border: var(--t-line); border-radius: var(--t-radius); background: var(--t-sunken); color: var(--t-text-color); font: var(--t-text); }
  `,
})
export class InvitationLink {
  /** Whom the link is for, and the link. */
  readonly invited = input.required<View<'InvitedView'>>();

  protected readonly t = inject(I18n).t;
  protected readonly format = inject(Format);
  private readonly notices = inject(Notices);

  protected async copy(link: HTMLInputElement): Promise<void> {
    link.select();
    try {
      await navigator.clipboard.writeText(link.value);
      await this.notices.say(this.t('settings.link.copied'));
    } catch {
      // Without HTTPS browsers refuse the clipboard: the link is selected, so that the keys for copying do it.
      await this.notices.say(this.t('settings.link.selected'));
    }
  }
}
