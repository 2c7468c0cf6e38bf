import { Component, computed, inject, input, resource } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Api, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';

/** What a customer might be known by already. */
export interface KnownBy { name: string; phones: readonly string[]; emails: readonly string[] }

const PAUSE_MS = 350;
const MOST_QUESTIONS = 3;
const SHORTEST_NAME = 2;

/** Warns while a customer is typed that there may be one already, with a way to look at it without losing what was typed. */
@Component({
  selector: 't-duplicates',
  host: { '[class.quiet]': 'shown().length === 0' },
  imports: [MatIcon, RouterLink],
  template: `
    <div role="status">
      @if (shown().length) {
        <div class="warning">
          <p><mat-icon svgIcon="warning" aria-hidden="true" /> {{ t('customers.form.duplicates') }}</p>
          <ul>
            @for (hit of shown(); track hit.id) {
              <li><a target="_blank" [routerLink]="['/customers', hit.id]">{{ hit.name }}</a>&ngsp;<span class="t-small">{{ wordsOf(hit) }}</span></li>
            }
          </ul>
        </div>
      }
    </div>
  `,
  styles: `
    :host(.quiet) { position: absolute; }
    .warning { padding: var(--t-3); border-radius: var(--t-radius); background: var(--t-warning-soft); color: var(--t-on-warning-soft); }
    p { display: flex; align-items: center; gap: var(--t-2); margin: 0; }
    ul { margin: var(--t-1) 0 0; padding-inline-start: 28px; }
    a { margin-inline-end: var(--t-2); color: inherit; text-decoration: underline; font-weight: 500; }
  `,
})
export class Duplicates {
  /** What is typed so far. */
  readonly by = input.required<KnownBy>();

  /** The customer itself, when it exists. */
  readonly except = input<string>();

  private readonly api = inject(Api);
  private readonly vocabulary = inject(Vocabulary);
  private readonly directory = inject(Directory);
  protected readonly t = inject(I18n).t;
  private readonly questions = computed(() => questionsOf(this.by()), { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) });
  private readonly found = resource({
    params: () => (this.questions().length ? this.questions() : undefined),
    loader: async ({ params, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      if (abortSignal.aborted) return [];
      const answers = await Promise.all(params.map((query) => this.api.get('/api/customers/duplicates', { query })));
      return [...new Map(answers.flatMap(({ items }) => items).map((hit) => [hit.id, hit])).values()];
    },
  });
  // A warning that can not be had must not stand in the way.
  protected readonly shown = computed(() => (this.found.hasValue() && this.questions().length ? this.found.value().filter(({ id }) => id !== this.except()) : []));

  protected wordsOf({ detail, stageId, ownerId }: View<'SearchHitView'>): string {
    return [detail, this.vocabulary.name(stageId), this.directory.name(ownerId)].filter((word) => word && word !== '–').join(' · ');
  }
}

function questionsOf({ name, phones, emails }: KnownBy): { name?: string; phone?: string; email?: string }[] {
  const count = Math.min(MOST_QUESTIONS, Math.max(1, phones.length, emails.length));
  const questions = Array.from({ length: count }, (_, i) => ({
    ...(i === 0 && name.trim().length >= SHORTEST_NAME ? { name: name.trim() } : {}), ...(phones[i] ? { phone: phones[i] } : {}), ...(emails[i] ? { email: emails[i] } : {}),
  }));
  return questions.filter((question) => Object.keys(question).length > 0);
}
