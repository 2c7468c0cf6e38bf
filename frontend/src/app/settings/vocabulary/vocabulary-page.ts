import { LiveAnnouncer } from '@angular/cdk/a11y';
import { CdkDrag, CdkDragDrop, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import { NgTemplateOutlet } from '@angular/common';
import { Component, ElementRef, Injector, afterNextRender, computed, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { Api } from '../../core/api';
import { I18n, nameIn } from '../../core/i18n';
import { channelIcon } from '../../core/icons';
import { Notices } from '../../core/notices';
import { urlState } from '../../core/url-state';
import { ListName, Vocabulary } from '../../core/vocabulary';
import { PageHeader } from '../../ui/page-header';
import { Segments } from '../../ui/segments';
import { Sheets } from '../../ui/sheets';
import { State } from '../../ui/state';
import { CONTACT_KINDS, type Entry } from './entries';
import { EntryFacts } from './entry-facts';
import type { EntrySheetData } from './entry-sheet';
import { inTheirPlaces, moved } from './order.rules';
import { ordering } from './ordering';

/** One list of the vocabulary: its entries in order, to add, change, put into order, archive and bring back. */
@Component({
  selector: 't-vocabulary-page',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, EntryFacts, MatButton, MatIcon, MatIconButton, MatMenuModule, NgTemplateOutlet, PageHeader, Segments, State],
  templateUrl: './vocabulary-page.html',
  styleUrl: './vocabulary-page.scss',
})
export class VocabularyPage {
  /** Which list; comes with the route. */
  readonly list = input.required<ListName>();

  private readonly api = inject(Api);
  private readonly i18n = inject(I18n);
  private readonly sheets = inject(Sheets);
  private readonly notices = inject(Notices);
  private readonly injector = inject(Injector);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly t = this.i18n.t;
  protected readonly icon = channelIcon;
  protected readonly url = urlState({ view: 'kinds' });
  private readonly order = ordering(() => this.list());

  protected readonly loadable = {
    value: computed(() => (this.vocabulary.isReady() ? this.order.entries() : undefined)), problem: this.vocabulary.problem,
    isLoading: computed(() => !this.vocabulary.isReady() && !this.vocabulary.problem()), reload: () => { this.vocabulary.reload(); },
  };
  private readonly all = computed((): readonly Entry[] => this.order.entries());
  protected readonly archived = computed(() => this.all().filter(({ isArchived }) => isArchived));

  /** Channels stand under their contact kinds; whoever wants the order of the log sheet looks at one list, as of everything else. */
  protected readonly groups = computed(() => {
    const used = this.all().filter(({ isArchived }) => !isArchived);
    if (this.list() !== 'channels' || this.url.now().view !== 'kinds') return [{ key: 'all', title: '', entries: used }];
    const groups = CONTACT_KINDS.map((kind) => ({ key: kind, title: this.t(`vocabulary.contactKinds.${kind}`), entries: used.filter(({ contactKind }) => contactKind === kind) }));
    return groups.filter(({ entries }) => entries.length > 0);
  });

  protected readonly views = () => [{ value: 'kinds', label: this.t('vocabulary.byKind') }, { value: 'order', label: this.t('vocabulary.inOrder') }];

  protected name(entry: Entry): string {
    return nameIn(entry.names, this.i18n.language());
  }

  /** The names in the other languages. */
  protected others({ names }: Entry): string {
    const own = nameIn(names, this.i18n.language());
    return [...new Set([names.en, names.zhHans, names.zhHant])].filter((name) => name && name !== own).join(' · ');
  }

  protected async open(entry?: Entry): Promise<void> {
    const data: EntrySheetData = { list: this.list(), ...(entry && { entry }) };
    const isSaved = await this.sheets.open<boolean>(() => import('./entry-sheet').then((m) => m.EntrySheet), { data, isWide: this.list() === 'fields' });
    if (isSaved) await this.notices.say(this.t('common.saved'));
  }

  protected drop(group: readonly Entry[], { previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    this.put(group, previousIndex, currentIndex);
  }

  /** Arrow keys on the handle move the entry; the handle keeps the focus. */
  protected key(event: KeyboardEvent, group: readonly Entry[], place: number): void {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    this.put(group, place, place + by, true);
  }

  protected put(group: readonly Entry[], from: number, to: number, keepsFocus = false): void {
    const entry = group[from];
    if (!entry || from === to || to < 0 || to >= group.length) return;
    void this.order.set(inTheirPlaces(this.all(), moved(group, from, to)).map(({ id }) => id));
    void this.announcer.announce(this.t('vocabulary.movedTo', { name: this.name(entry), place: to + 1, count: group.length }));
    if (keepsFocus) afterNextRender(() => { this.host.nativeElement.querySelector<HTMLElement>(`[data-entry="${entry.id}"] .handle`)?.focus(); }, { injector: this.injector });
  }

  protected async archive(entry: Entry): Promise<void> {
    const path = { list: this.list(), id: entry.id };
    await this.attempt(async () => {
      await this.api.post('/api/settings/{list}/{id}/archival', { path });
      this.vocabulary.reload();
      await this.notices.offerUndo(this.t('vocabulary.archivedOne', { name: this.name(entry) }), async () => {
        await this.api.delete('/api/settings/{list}/{id}/archival', { path });
        this.vocabulary.reload();
      });
    });
  }

  protected restore(entry: Entry): Promise<void> {
    return this.attempt(async () => {
      await this.api.delete('/api/settings/{list}/{id}/archival', { path: { list: this.list(), id: entry.id } });
      this.vocabulary.reload();
      await this.notices.say(this.t('vocabulary.restoredOne', { name: this.name(entry) }));
    });
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.vocabulary.reload();
      await this.notices.sayProblem(error);
    }
  }
}
