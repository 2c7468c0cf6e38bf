import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api } from '../core/api';
import { I18n } from '../core/i18n';
import { PageHeader } from '../ui/page-header';
import { State } from '../ui/state';
import { ReportWords } from './report-words';

const GROUPS = ['activity', 'effectiveness'] as const;

/** Every report there is, on its shelf, by the question it answers. */
@Component({
  selector: 't-catalogue-page',
  imports: [PageHeader, RouterLink, State],
  template: `
    <div class="t-page">
      <t-page-header [title]="t('reports.title')" />
      <t-state [of]="catalogue" [empty]="shelves().length === 0" skeleton="cards" [lines]="8">
        <p empty>{{ t('reports.none') }}</p>
        @for (shelf of shelves(); track shelf.group) {
          <section [attr.aria-labelledby]="'group-' + shelf.group">
            <h2 [id]="'group-' + shelf.group">{{ t('reports.groups.' + shelf.group) }}</h2>
            <ul>
              @for (report of shelf.reports; track report.key) {
                <li class="t-panel">
                  <a [routerLink]="['/reports', report.key]">{{ words.text(report.names) }}</a>
                  <p class="t-muted">{{ words.text(report.asks) }}</p>
                </li>
              }
            </ul>
          </section>
        }
      </t-state>
    </div>
  `,
  styles: `
    section { margin-bottom: var(--t-6); }
    h2 { margin: 0 0 var(--t-3); font: var(--t-title-s); }
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr)); gap: var(--t-3); margin: 0; padding: 0; list-style: none; }
    li { position: relative; padding: var(--t-4); }
    li:hover { background: var(--t-hover); }
    a { color: var(--mat-sys-primary); font: var(--t-text-strong); text-decoration: none; }
    a::after { content: ''; position: absolute; inset: 0; border-radius: var(--t-radius-l); }
    p { margin: var(--t-1) 0 0; }
  `,
})
export class CataloguePage {
  protected readonly t = inject(I18n).t;
  protected readonly words = inject(ReportWords);
  protected readonly catalogue = inject(Api).resource('/api/reports', () => ({}));
  protected readonly shelves = computed(() => GROUPS.map((group) => ({ group, reports: this.catalogue.value()?.reports.filter((report) => report.group === group) ?? [] })).filter(({ reports }) => reports.length));
}
