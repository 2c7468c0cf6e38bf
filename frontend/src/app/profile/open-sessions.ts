import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { Api } from '../core/api';
import { I18n } from '../core/i18n';
import { Notices } from '../core/notices';
import { Session } from '../core/session';
import { Chip } from '../ui/chip';
import { Confirm } from '../ui/confirm';
import { State } from '../ui/state';
import { Ago } from '../ui/times';
import { browserName } from './browser-name';

/** Where the person is signed in; each of it can be ended, or all at once. */
@Component({
  selector: 't-open-sessions',
  imports: [Ago, Chip, MatButton, State],
  template: `
    <t-state [of]="sessions" [lines]="2">
      <ul>
        @for (open of items(); track open.id) {
          <li>
            <div class="words">
              <span>{{ open.browser || t('profile.sessions.unknown') }}</span>
              <span class="t-small t-muted">{{ open.address }} · <t-ago [at]="open.lastSeenAt" /></span>
            </div>
            @if (open.isCurrent) {
              <t-chip tone="success">{{ t('profile.sessions.current') }}</t-chip>
            } @else {
              <button matButton type="button" [attr.aria-label]="t('profile.sessions.endOne', { name: open.browser || open.address })" (click)="end(open.id)">{{ t('profile.sessions.end') }}</button>
            }
          </li>
        }
      </ul>
    </t-state>
    <button matButton="outlined" type="button" (click)="endAll()">{{ t('profile.sessions.endAll') }}</button>
  `,
  styles: `
    :host { display: flex; flex-direction: column; align-items: flex-start; gap: var(--t-3); }
    t-state { align-self: stretch; }
    ul { list-style: none; }
    li { display: flex; align-items: center; justify-content: space-between; gap: var(--t-3); min-height: 52px; padding: var(--t-1) 0; border-bottom: var(--t-line); }
    .words { display: flex; flex-direction: column; min-width: 0; }
  `,
})
export class OpenSessions {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly t = inject(I18n).t;
  protected readonly sessions = this.api.resource('/api/profile/sessions', () => ({}));
  protected readonly items = computed(() => (this.sessions.value()?.items ?? []).map((open) => ({ ...open, browser: browserName(open.userAgent) })));

  /** Asks again, after something else ended sessions. */
  reload(): void {
    this.sessions.reload();
  }

  protected async end(id: string): Promise<void> {
    try {
      await this.api.delete('/api/profile/sessions/{id}', { path: { id } });
      this.reload();
    } catch (error) {
      await this.notices.sayProblem(error);
    }
  }

  protected async endAll(): Promise<void> {
    const question = { title: this.t('profile.sessions.endAllTitle'), text: this.t('profile.sessions.endAllText'), confirm: this.t('profile.sessions.endAll') };
    if (!(await this.confirm.ask(question))) return;
    try {
      await this.api.delete('/api/profile/sessions');
      await this.session.load();
      await this.router.navigateByUrl('/sign-in');
    } catch (error) {
      await this.notices.sayProblem(error);
    }
  }
}
