import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import { I18n, LANGUAGES, LANGUAGE_NAMES, Language } from '../core/i18n';
import { Notices } from '../core/notices';
import { Session } from '../core/session';
import { Shortcuts } from '../core/shortcuts';
import { Theme, ThemeChoice } from '../core/theme';
import { NAVIGATION } from './navigation';

const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** The person's own menu: profile, language, theme, shortcuts, signing out; on a phone also the pages outside the bottom bar. */
@Component({
  selector: 't-person-menu',
  imports: [MatIcon, MatMenuModule, RouterLink],
  templateUrl: './person-menu.html',
  styleUrl: './person-menu.scss',
})
export class PersonMenu {
  /** Whether the pages outside the bottom bar and the search are listed too. */
  readonly withPages = input(false);

  protected readonly i18n = inject(I18n);
  protected readonly t = this.i18n.t;
  protected readonly session = inject(Session);
  protected readonly theme = inject(Theme);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly languages = LANGUAGES.map((tag) => ({ tag, name: LANGUAGE_NAMES[tag] }));
  protected readonly themes = THEMES;
  protected readonly pages = computed(() => NAVIGATION.filter((item) => !item.isInBottomBar && (!item.right || this.session.can(item.right))));
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);

  protected async prefer(change: { language?: Language; theme?: ThemeChoice }): Promise<void> {
    try {
      await this.session.prefer(change);
    } catch (error) {
      await this.notices.sayProblem(error);
    }
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/sign-in');
    } catch (error) {
      await this.notices.sayProblem(error);
    }
  }
}
