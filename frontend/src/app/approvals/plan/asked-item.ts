import { Component, computed, inject, input } from '@angular/core';
import { Api, View } from '../../core/api';
import { Directory } from '../../core/directory';
import { Errors } from '../../core/errors';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';

const SHOWN_DAYS = 4;

/** A plan item as who decides reads it: what for, when, with whom and how many, how, by whom, and what it comes to. */
@Component({
  selector: 't-asked-item',
  template: `
    <h3><span class="t-tabular t-muted">{{ number() }}.</span> {{ item().objective }}</h3>
    <dl>
      @for (fact of facts(); track fact.key) { <div><dt>{{ t('approvals.item.' + fact.key) }}</dt><dd>{{ fact.text }}</dd></div> }
    </dl>
    @if (audience.problem(); as problem) { <p class="t-error" role="alert">{{ errors.ofProblem(problem) }} <button type="button" (click)="audience.reload()">{{ t('common.retry') }}</button></p> }
    @if (item().content; as content) { <p class="content">{{ content }}</p> }
  `,
  styles: `
    :host { display: block; }
    h3 { margin: 0; font: var(--t-text-strong); overflow-wrap: anywhere; }
    dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr)); gap: var(--t-2) var(--t-6); margin: var(--t-2) 0 0; }
    dt { color: var(--t-muted); font: var(--t-text-s); }
    dd { margin: 0; overflow-wrap: anywhere; }
    .content { max-width: 80ch; margin: var(--t-2) 0 0; color: var(--t-muted); white-space: pre-line; overflow-wrap: anywhere; }
    button { min-height: 24px; border: 0; background: none; color: inherit; text-decoration: underline; cursor: pointer; }
    @media (max-width: 839.98px) { dl div { display: grid; grid-template-columns: 96px minmax(0, 1fr); gap: var(--t-2); align-items: baseline; } button { min-height: var(--t-touch); } }
  `,
})
export class AskedItem {
  /** The plan. */
  readonly planId = input.required<string>();

  /** Its item. */
  readonly item = input.required<View<'PlanItemView'>>();

  /** Its place, from 1. */
  readonly number = input.required<number>();

  private readonly directory = inject(Directory);
  private readonly vocabulary = inject(Vocabulary);
  private readonly format = inject(Format);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly audience = inject(Api).resource('/api/plans/{id}/items/{itemId}/audience', () => {
    const { id: itemId, segmentId } = this.item();
    return segmentId ? { path: { id: this.planId(), itemId }, query: { limit: 1 } } : undefined;
  });

  protected readonly facts = computed(() => {
    const { place, incentiveName, targetCount } = this.item();
    const all = [
      { key: 'when', text: this.days() }, { key: 'audience', text: this.customers() }, { key: 'contacts', text: this.contacts() }, { key: 'method', text: this.method() },
      { key: 'place', text: place }, { key: 'responsible', text: this.responsible() }, { key: 'incentive', text: incentiveName ?? '' }, { key: 'target', text: targetCount === null ? '' : this.format.number(targetCount) },
    ] as const;
    return all.filter(({ text }) => text !== '');
  });

  private days(): string {
    const { dueOn } = this.item();
    const [first, last] = [dueOn[0], dueOn.at(-1)];
    if (!first || !last) return '–';
    if (dueOn.length <= SHOWN_DAYS) return dueOn.map((day) => this.format.day(day)).join(', ');
    return this.t('approvals.item.times', { number: this.format.number(dueOn.length), from: this.format.day(first), to: this.format.day(last) });
  }

  private customers(): string {
    const [{ segmentName }, found] = [this.item(), this.audience.value()];
    const count = found ? this.t('approvals.item.customers', { count: found.count, number: this.format.number(found.count) }) : '';
    return [segmentName ?? '–', count].filter(Boolean).join(' · ');
  }

  /** Customers × due days: what it comes to before anybody is left out. */
  private contacts(): string {
    const found = this.audience.value();
    return found ? this.format.number(found.count * this.item().dueOn.length) : '';
  }

  private method(): string {
    const { contactKind, channelId, method } = this.item();
    return [contactKind ? this.t(`contactKinds.${contactKind}`) : '', channelId ? this.vocabulary.name(channelId) : '', method].filter(Boolean).join(' · ');
  }

  private responsible(): string {
    const { responsibleId, responsibleTeamId } = this.item();
    const person = responsibleId ? this.directory.name(responsibleId) : this.t('approvals.item.owners');
    return responsibleTeamId ? `${person} · ${this.directory.name(responsibleTeamId)}` : person;
  }
}
