import { Component, input } from '@angular/core';
import { MatIconAnchor } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink, UrlTree } from '@angular/router';

/** The head of a page: its name, a count beside it, the way back, and its actions (slot `actions`; at most one of them filled). */
@Component({
  selector: 't-page-header',
  imports: [MatIcon, MatIconAnchor, RouterLink],
  template: `
    @if (back(); as to) {
      <a matIconButton class="back" [routerLink]="to" queryParamsHandling="" [attr.aria-label]="backLabel()"><mat-icon svgIcon="arrow_back" /></a>
    }
    <div class="words">
      <h1><span class="t-ellipsis">{{ title() }}</span>@if (count(); as n) {<span class="count t-tabular">{{ n }}</span>}</h1>
      <ng-content select="[subtitle]" />
    </div>
    <div class="actions"><ng-content select="[actions]" /></div>
  `,
  styles: `
    :host { position: sticky; z-index: 5; top: 0; display: flex; align-items: center; gap: var(--t-2); min-height: 56px; margin: 0 calc(-1 * var(--t-page-inset)); padding: var(--t-2) var(--t-page-inset); background: var(--t-page); }
    .back { margin-inline-start: calc(-1 * var(--t-2)); }
    .words { flex: 1; min-width: 0; }
    h1 { display: flex; align-items: baseline; gap: var(--t-2); }
    .count { color: var(--t-muted); font: var(--t-text); }
    .actions { display: flex; align-items: center; gap: var(--t-2); flex: none; margin-inline-start: auto; }
    @media (max-width: 839.98px) {
      :host { flex-wrap: wrap; }
      .words { flex: 1 0 40%; max-width: 100%; }
      .actions { flex: 0 1 auto; flex-wrap: wrap; }
    }
  `,
})
export class PageHeader {
  /** The page's name. */
  readonly title = input.required<string>();

  /** A formatted count beside the name; nothing when empty. */
  readonly count = input('');

  /** Where the way back leads; none when not given. */
  readonly back = input<string | UrlTree>();

  /** What the way back is called. */
  readonly backLabel = input('');
}
