import { Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { PageHeader } from '../ui/page-header';
import { sectionsFor } from './sections';

/** The list of the pages of Settings, which a phone starts from. */
@Component({
  selector: 't-settings-home',
  imports: [MatIcon, PageHeader, RouterLink],
  template: `
    <div class="t-page">
      <t-page-header [title]="t('settings.title')" />
      @for (group of groups(); track $index) {
        <ul class="t-panel">
          @for (section of group; track section.path) {
            <li>
              <a [routerLink]="section.path"><mat-icon aria-hidden="true" [svgIcon]="section.icon" /><span>{{ t(section.label) }}</span><mat-icon aria-hidden="true" svgIcon="chevron_right" /></a>
            </li>
          }
        </ul>
      }
    </div>
  `,
  styles: `
    ul { list-style: none; overflow: hidden; max-width: 640px; }
    li + li { border-top: var(--t-line); }
    a { display: flex; align-items: center; gap: var(--t-3); min-height: 52px; padding: 0 var(--t-4); color: var(--t-text-color); font: var(--t-text-medium); text-decoration: none; }
    a:hover { background: var(--t-hover); }
    span { flex: 1; }
    mat-icon { color: var(--t-muted); }
  `,
})
export class SettingsHome {
  protected readonly t = inject(I18n).t;
  private readonly session = inject(Session);
  protected readonly groups = computed(() => sectionsFor((right) => this.session.can(right)));
}
