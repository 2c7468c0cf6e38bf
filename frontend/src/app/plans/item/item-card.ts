import { Component, computed, inject, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { Api, View } from '../../core/api';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Errors } from '../../core/errors';
import { Chip } from '../../ui/chip';
import { ItemWords } from './item-words';

const SHOWN_DAYS = 4;

/** What can be done with an item. */
export type ItemAction = 'edit' | 'up' | 'down' | 'duplicate' | 'remove' | 'audience';

/** A plan item as a card: the seven things, its due days and the live count of its audience. */
@Component({
  selector: 't-item-card',
  imports: [Chip, MatIcon, MatIconButton, MatMenuModule],
  templateUrl: './item-card.html',
  styleUrl: './item-card.scss',
})
export class ItemCard {
  /** The plan. */
  readonly plan = input.required<View<'PlanView'>>();

  /** Its item. */
  readonly item = input.required<View<'PlanItemView'>>();

  /** Its place, from 1. */
  readonly number = input.required<number>();

  /** What is missing in it before the plan can be submitted, by field. */
  readonly missing = input<ReadonlyMap<string, string>>(new Map<string, string>());

  /** The person wants something done with it. */
  readonly act = output<ItemAction>();

  protected readonly format = inject(Format);
  protected readonly words = inject(ItemWords);
  protected readonly errors = inject(Errors);
  protected readonly t = inject(I18n).t;
  protected readonly canEdit = computed(() => this.plan().allowed.includes('edit') || this.plan().allowed.includes('change'));
  // The order says nothing about contacts: it is settled while the plan is written.
  protected readonly canOrder = computed(() => this.plan().allowed.includes('edit'));
  protected readonly follows = computed(() => { const { takesJoiners, dropsLeavers } = this.item(); return takesJoiners && dropsLeavers ? 'both' : takesJoiners ? 'joiners' : dropsLeavers ? 'leavers' : null; });
  protected readonly isLast = computed(() => this.number() === this.plan().items.length);
  // Asked again with each version of the plan, because the segment or its filter may be another one.
  protected readonly audience = inject(Api).resource('/api/plans/{id}/items/{itemId}/audience', () => {
    const [{ id, version }, item] = [this.plan(), this.item()];
    return item.segmentId && version ? { path: { id, itemId: item.id }, query: { limit: 3 } } : undefined;
  });
  protected readonly count = computed(() => this.audience.value()?.count);
  protected readonly days = computed(() => {
    const all = this.item().dueOn;
    const shown = all.slice(0, SHOWN_DAYS).map((day) => this.format.day(day)).join(', ');
    return all.length > SHOWN_DAYS ? `${shown} …` : shown;
  });
  protected readonly facts = computed(() => {
    const item = this.item();
    return [
      { field: 'place', icon: 'location_on' as const, text: item.place },
      { field: 'method', icon: 'call' as const, text: this.words.method(item), also: ['contactKind', 'channelId'] },
      { field: 'content', icon: 'notes' as const, text: item.content },
      { field: 'responsible', icon: 'person' as const, text: this.words.responsible(item) },
    ].map((fact) => ({ ...fact, error: [fact.field, ...(fact.also ?? [])].map((field) => this.missing().get(field)).find(Boolean) }));
  });
}
