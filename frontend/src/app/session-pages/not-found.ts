import { Component, inject } from '@angular/core';
import { MatAnchor } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { I18n } from '../core/i18n';

/** Says that an address leads nowhere, or nowhere for this person. */
@Component({
  selector: 't-not-found',
  imports: [MatAnchor, RouterLink],
  template: `
    <h1>{{ t('sessionPages.notFound.title') }}</h1>
    <p class="t-muted">{{ t('sessionPages.notFound.text') }}</p>
    <a matButton="outlined" routerLink="/">{{ t('sessionPages.notFound.home') }}</a>
  `,
  styles: ':host { display: grid; justify-items: center; align-content: center; gap: var(--t-3); min-height: 70dvh; padding: var(--t-6); text-align: center; }',
})
export class NotFound {
  protected readonly t = inject(I18n).t;
}
