import { Component, computed, inject, input } from '@angular/core';
import { View } from '../../core/api';
import { Clock } from '../../core/clock';
import { Directory } from '../../core/directory';
import { Format, daysBetween } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';
import { Chip } from '../../ui/chip';
import { Ago, Due } from '../../ui/times';
import { FieldTexts } from '../field-texts';
import { stageTone } from '../stage-tones';
import { FIELD } from './columns';

/** What one column says of one customer; nothing where there is nothing to say. */
@Component({
  selector: 't-cell',
  imports: [Ago, Chip, Due],
  template: `
    @switch (column()) {
      @case ('tier') { {{ vocabulary.name(row().tierId) }} }
      @case ('stage') { <t-chip [tone]="tone()">{{ vocabulary.name(row().stageId) }}</t-chip> }
      @case ('stageSince') { {{ format.day(format.dayOf(row().stageSince)) }} }
      @case ('owner') { @if (row().ownerId) { {{ directory.name(row().ownerId) }} } @else { <span class="t-muted">{{ t('customers.nobody') }}</span> } }
      @case ('team') { @if (row().teamId) { {{ directory.name(row().teamId) }} } }
      @case ('nextContact') { @if (row().nextTouchpointOn; as on) { <t-due [on]="on" /> } }
      @case ('lastContact') { @if (row().lastContactAt; as at) { <t-ago [at]="at" /> } @else { <span class="t-muted">{{ t('customers.never') }}</span> } }
      @case ('silent') { @if (silent() !== null) { <span [title]="format.instant(row().lastEffectiveAt)">{{ t('customers.days', { count: silent() }) }}</span> } @else { <span class="t-muted">{{ t('customers.never') }}</span> } }
      @case ('respondBy') { @if (row().respondBy; as at) { <t-chip tone="warning" icon="schedule">{{ format.instant(at) }}</t-chip> } }
      @case ('phone') { @if (row().primaryPhone; as phone) { <a class="t-tabular" [href]="'tel:' + phone">{{ phone }}</a> } }
      @case ('email') { @if (row().primaryEmail; as email) { <a [href]="'mailto:' + email">{{ email }}</a> } }
      @case ('source') { {{ row().source }} }
      @case ('industry') { {{ row().industry }} }
      @case ('region') { {{ row().region }} }
      @case ('served') { @if (row().isServed) { {{ t('customers.servedOptions.yes') }} } @else { <t-chip tone="info">{{ t('customers.servedOptions.no') }}</t-chip> } }
      @case ('servedBy') { {{ row().servedBy }} }
      @case ('tags') { <span class="tags">@for (tag of row().tags; track tag) { <t-chip>{{ tag }}</t-chip> }</span> }
      @case ('knownSince') { {{ format.day(row().knownSinceOn) }} }
      @case ('converted') { @if (row().convertedAt; as at) { {{ format.day(format.dayOf(at)) }} } }
      @default { {{ custom() }} }
    }
  `,
  styles: `
    a { color: inherit; }
    .tags { display: flex; gap: var(--t-1); }
  `,
})
export class Cell {
  /** The customer. */
  readonly row = input.required<View<'CustomerRow'>>();

  /** The column's key. */
  readonly column = input.required<string>();

  private readonly clock = inject(Clock);
  private readonly fieldTexts = inject(FieldTexts);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly directory = inject(Directory);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly tone = computed(() => stageTone(this.vocabulary.find('stages', this.row().stageId)));
  protected readonly silent = computed(() => { const at = this.row().lastEffectiveAt; return at ? daysBetween(this.format.dayOf(at), this.clock.today()) : null; });
  protected readonly custom = computed(() => {
    const key = this.column().slice(FIELD.length);
    const field = this.vocabulary.every('fields').find((one) => one.key === key);
    const value = this.row().fields[key];
    return field && value !== undefined ? this.fieldTexts.value(field, value) : '';
  });
}
