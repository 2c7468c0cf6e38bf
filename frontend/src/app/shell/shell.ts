import { NgTemplateOutlet } from '@angular/common';
import { Component, ElementRef, computed, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatIcon } from '@angular/material/icon';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';
import { Api } from '../core/api';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { Shortcuts, keyCaps, useShortcuts } from '../core/shortcuts';
import { Avatar } from '../ui/avatar';
import { NAVIGATION } from './navigation';
import { PersonMenu } from './person-menu';
import { ShortcutHelp } from './shortcut-help';

/** The frame around every page of a signed-in person: navigation, search, Log contact, the person's menu. */
@Component({
  selector: 't-shell',
  imports: [Avatar, MatIcon, NgTemplateOutlet, PersonMenu, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  protected readonly t = inject(I18n).t;
  protected readonly session = inject(Session);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly searchKeys = keyCaps('mod+k').join(' ');
  private readonly router = inject(Router);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  private readonly waiting = inject(Api).resource('/api/approvals/waiting', () => (this.session.can('plans.approve') ? {} : undefined), { followWrites: true });
  protected readonly items = computed(() => NAVIGATION.filter(({ right }) => !right || this.session.can(right)));

  constructor() {
    const help = inject(ShortcutHelp);
    useShortcuts(
      { id: 'shortcut-help', keys: '?', label: 'shell.shortcuts.open', group: 'shell.shortcuts.general', run: () => { void help.open(); } },
      ...NAVIGATION.map(({ path, label, keys }) => ({ id: `go ${path}`, keys, label, group: 'shell.shortcuts.goTo', run: () => { void this.router.navigateByUrl(path); } })),
    );
    this.focusAfterNavigation();
  }

  /** How many things on that page wait for the person. */
  protected waitingAt(path: string): number {
    return path === '/approvals' ? (this.waiting.value()?.count ?? 0) : 0;
  }

  protected toContent(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  // Screen readers and the keyboard start at the new page, not at the link that led there.
  private focusAfterNavigation(): void {
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd), map((event) => event.urlAfterRedirects.split('?')[0]), pairwise(), takeUntilDestroyed(),
    ).subscribe(([from, to]) => { if (from !== to) this.main().nativeElement.focus({ preventScroll: true }); });
  }
}
