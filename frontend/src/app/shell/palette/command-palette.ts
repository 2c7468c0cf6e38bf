import { Component, ElementRef, computed, effect, inject, resource, signal, viewChild } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import { Api, View } from '../../core/api';
import { I18n } from '../../core/i18n';
import type { IconName } from '../../core/icons';
import { LogOpener } from '../../core/log-opener';
import { Session } from '../../core/session';
import { Shortcuts } from '../../core/shortcuts';
import { Vocabulary } from '../../core/vocabulary';
import { NAVIGATION } from '../navigation';

/** One line of the palette. */
interface Command { id: string; label: string; detail: string; icon: IconName; run: () => void; log?: () => void }

const PAUSE_MS = 100;

/** Finds customers by name, pinyin, initials, phone tail or e-mail, and pages and actions by their name. */
@Component({
  selector: 't-command-palette',
  imports: [MatIcon],
  templateUrl: './command-palette.html',
  styleUrl: './command-palette.scss',
  // The options are chosen by arrows and Enter from the input; the pointer is the other way.
  host: { '(click)': 'choose($event)' },
})
export class CommandPalette {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly shortcuts = inject(Shortcuts);
  private readonly opener = inject(LogOpener);
  private readonly vocabulary = inject(Vocabulary);
  private readonly dialog = inject<MatDialogRef<CommandPalette>>(MatDialogRef);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  protected readonly t = inject(I18n).t;

  protected readonly typed = signal('');
  protected readonly selected = signal(0);
  private readonly hits = resource({
    params: () => this.typed().trim() || undefined,
    loader: async ({ params: q, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      return abortSignal.aborted ? [] : (await this.api.get('/api/search', { query: { q, limit: 8 } })).items;
    },
  });
  private readonly lastHits = signal<readonly View<'SearchHitView'>[]>([]);
  protected readonly isSearching = this.hits.isLoading;
  protected readonly hasFailed = computed(() => this.hits.error() !== undefined);

  protected readonly commands = computed<readonly Command[]>(() => {
    const wanted = this.typed().trim().toLocaleLowerCase();
    const matches = (label: string): boolean => label.toLocaleLowerCase().includes(wanted);
    const line = this.typed().trim();
    const log = this.opener.understands(line) ? [{ id: 'line', label: this.t('shell.logContact'), detail: line, icon: 'add' as const, run: () => void this.opener.open({ line }) }] : [];
    return [...log, ...(wanted ? this.lastHits().map((hit) => this.customer(hit)) : []), ...this.actions().filter(({ label }) => !wanted || matches(label))];
  });
  protected readonly isEmpty = computed(() => this.typed().trim() !== '' && !this.isSearching() && !this.hasFailed() && this.commands().length === 0);

  constructor() {
    // The last hits stay while the next ones load, so that nothing jumps.
    effect(() => { if (this.hits.hasValue()) this.lastHits.set(this.hits.value()); });
    effect(() => { this.list().nativeElement.querySelectorAll('[role=option]')[this.selected()]?.scrollIntoView({ block: 'nearest' }); });
  }

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.typed.set(event.target.value);
    this.selected.set(0);
  }

  protected move(event: Event, step: 1 | -1): void {
    event.preventDefault();
    const count = this.commands().length;
    if (count) this.selected.update((at) => (at + step + count) % count);
  }

  protected run(command: Command | undefined = this.commands()[this.selected()]): void {
    if (!command) return;
    this.dialog.close();
    command.run();
  }

  protected choose({ target }: Event): void {
    if (target instanceof Element && target.closest('[role=option]')) this.run();
  }

  /** Logs a contact with the selected customer without going to its page. */
  protected log(event: Event): void {
    const command = this.commands()[this.selected()];
    if (!command?.log) return;
    event.preventDefault();
    this.dialog.close();
    command.log();
  }

  private customer({ id, name, detail, tierId, stageId }: View<'SearchHitView'>): Command {
    const words = [detail, this.vocabulary.name(tierId), this.vocabulary.name(stageId)].filter(Boolean).join(' · ');
    return { id, label: name, detail: words, icon: 'group', run: () => void this.router.navigate(['/customers', id]), log: () => void this.opener.open({ customer: { id, name } }) };
  }

  private actions(): Command[] {
    const log = this.shortcuts.has('log-contact') ? [{ id: 'log', label: this.t('shell.logContact'), detail: 'N', icon: 'add' as const, run: () => { this.shortcuts.run('log-contact'); } }] : [];
    const pages = NAVIGATION.filter(({ right }) => !right || this.session.can(right))
      .map(({ path, label, icon, keys }) => ({ id: path, label: this.t(label), detail: keys, icon, run: () => void this.router.navigateByUrl(path) }));
    const create = this.shortcuts.has('create-customer') ? [{ id: 'create', label: this.t('shell.createCustomer'), detail: 'C', icon: 'person' as const, run: () => { this.shortcuts.run('create-customer'); } }] : [];
    return [...log, ...create, ...pages];
  }
}
