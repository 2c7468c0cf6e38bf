import { Injectable, computed, inject } from '@angular/core';
import { Api, View } from '../api';
import { I18n, nameIn } from '../i18n';

/** Everything that records point to. */
export type VocabularyView = View<'VocabularyView'>;

/** The lists of the vocabulary. */
export type ListName = keyof VocabularyView;

/** One entry of a list. */
export type EntryOf<L extends ListName> = VocabularyView[L][number];

const EMPTY: VocabularyView = { channels: [], dispositions: [], outcomes: [], stages: [], tiers: [], fields: [] };

/** Channels, dispositions, outcomes, stages, tiers and custom fields, read once and shared by all pages. */
@Injectable({ providedIn: 'root' })
export class Vocabulary {
  private readonly i18n = inject(I18n);
  private readonly read = inject(Api).resource('/api/vocabulary', () => ({}));
  private readonly all = computed(() => this.read.value() ?? EMPTY);

  /** Whether it has been read. */
  readonly isReady = computed(() => this.read.value() !== undefined);

  /** Why it could not be read. */
  readonly problem = this.read.problem;

  private readonly byId = computed(() => new Map(Object.values(this.all()).flatMap((entries) => entries.map((entry) => [entry.id, entry] as const))));

  /** A whole list in its order, archived entries included. */
  every<L extends ListName>(list: L): VocabularyView[L] {
    return this.all()[list];
  }

  /** What can be chosen: entries in use, and `also` even when it is archived, because the record at hand has it. */
  choices<L extends ListName>(list: L, also?: string | null): EntryOf<L>[] {
    return (this.all()[list] as EntryOf<L>[]).filter((entry) => !entry.isArchived || entry.id === also);
  }

  /** The entry with that identifier. */
  find<L extends ListName>(list: L, id: string | null | undefined): EntryOf<L> | undefined {
    return (this.all()[list] as EntryOf<L>[]).find((entry) => entry.id === id);
  }

  /** The name of any entry in the person's language; '–' when there is none. */
  name(id: string | null | undefined): string {
    const entry = id ? this.byId().get(id) : undefined;
    return entry ? nameIn(entry.names, this.i18n.language()) : '–';
  }

  /** Reads it again, after Settings changed it. */
  reload(): void {
    this.read.reload();
  }
}
