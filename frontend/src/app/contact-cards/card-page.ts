import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { MatAnchor, MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Api, View } from '../core/api';
import { Draft, Drafts } from '../core/drafts';
import { linkOf } from '../core/format';
import { I18n } from '../core/i18n';
import { LogOpener, LogStart } from '../core/log-opener';
import { PageTitles } from '../core/page-title';
import { useShortcuts } from '../core/shortcuts';
import { Vocabulary } from '../core/vocabulary';
import { Checklist } from '../ui/checklist';
import { Chip } from '../ui/chip';
import { PageHeader } from '../ui/page-header';
import { State } from '../ui/state';
import { Due } from '../ui/times';
import { CardPaper } from './card-paper';
import { CardWords } from './card-words';

interface Ticked { ticked: readonly string[] }

const isOfSame = (one: View<'ContactCardView'> | undefined, other: View<'ContactCardView'>): boolean => one?.touchpointId === other.touchpointId;

/** The contact card of one planned contact, to work from: on a phone one column to go through with the thumb; the checklist is ticked here and goes into the record. */
@Component({
  selector: 't-card-page',
  imports: [CardPaper, Checklist, Chip, Due, MatAnchor, MatButton, MatIcon, PageHeader, RouterLink, State],
  templateUrl: './card-page.html',
  styleUrl: './card-page.scss',
})
export class CardPage {
  /** The planned contact, out of the address. */
  readonly touchpointId = input.required<string>();

  private readonly drafts = inject(Drafts);
  private readonly opener = inject(LogOpener);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly words = inject(CardWords);
  protected readonly t = inject(I18n).t;
  protected readonly linkOf = linkOf;

  protected readonly read = inject(Api).resource('/api/contact-cards/{touchpointId}', () => ({ path: { touchpointId: this.touchpointId() } }), { followWrites: true });
  protected readonly card = computed(() => this.read.value());
  protected readonly isOpen = computed(() => this.card()?.state === 'scheduled');
  protected readonly people = computed(() => this.card()?.people.filter(({ points }) => points.length) ?? []);
  private readonly draft = computed((): Draft<Ticked> => this.drafts.open<Ticked>(`contact-card/${this.touchpointId()}`));
  /** Ticked here and kept in this browser until the contact is logged; afterwards what the record says. */
  protected readonly ticked = linkedSignal<View<'ContactCardView'> | undefined, readonly string[]>({
    source: this.card,
    computation: (card, before) => {
      if (card?.state !== 'scheduled') return card?.ticked ?? [];
      return before && isOfSame(before.source, card) ? before.value : (this.draft().restored?.ticked ?? []);
    },
  });
  private readonly start = computed((): LogStart | undefined => {
    const card = this.card();
    if (card?.state !== 'scheduled') return undefined;
    const { customer: { id, name }, channelId, touchpointId, norm } = card;
    const ticked = this.ticked().filter((point) => norm?.checklist.some((known) => known.id === point));
    return { customer: { id, name }, channelId, touchpointId, ...(norm && ticked.length ? { norm: { versionId: norm.versionId, ticked } } : {}) };
  });

  constructor() {
    const titles = inject(PageTitles);
    effect(() => { const card = this.card(); if (card) titles.set(card.customer.name); });
    effect((onCleanup) => { const start = this.start(); if (start) onCleanup(this.opener.propose(start)); });
    effect(() => { if (this.card()?.state === 'done') untracked(() => { this.draft().clear(); }); });
    useShortcuts({ id: 'contact-card-log', keys: 'l', label: 'contactCards.log', group: 'contactCards.title', opensField: true, run: () => void this.log() });
  }

  protected tick(ticked: readonly string[]): void {
    this.ticked.set(ticked);
    this.draft().save({ ticked });
  }

  protected async log(): Promise<void> {
    const start = this.start();
    if (start) await this.opener.open(start);
  }
}
