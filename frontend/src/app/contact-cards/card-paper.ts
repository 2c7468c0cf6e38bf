import { Component, computed, inject, input } from '@angular/core';
import { View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { Vocabulary, canEndSo } from '../core/vocabulary';
import { CardWords } from './card-words';

/** The paper that a card is printed on. */
export type PaperSize = 'a4' | 'a5';

/** A contact card as it is printed: one on a page, black on white, with blank boxes to be filled in by hand. */
@Component({
  selector: 't-card-paper',
  templateUrl: './card-paper.html',
  styleUrl: './card-paper.scss',
  host: { '[class]': 'size()' },
})
export class CardPaper {
  /** The card. */
  readonly card = input.required<View<'ContactCardView'>>();

  /** How large the paper is. */
  readonly size = input<PaperSize>('a5');

  private readonly vocabulary = inject(Vocabulary);
  protected readonly words = inject(CardWords);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  /** How it can end on its channel, as the log sheet asks. */
  protected readonly dispositions = computed(() => {
    const channel = this.vocabulary.find('channels', this.card().channelId);
    return this.vocabulary.choices('dispositions').filter((one) => canEndSo(channel, one)).map(({ id }) => this.vocabulary.name(id));
  });
  protected readonly outcomes = computed(() => this.vocabulary.choices('outcomes').map(({ id }) => this.vocabulary.name(id)));
  protected readonly scores = [1, 2, 3, 4, 5];
}
