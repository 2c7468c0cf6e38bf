import { Component, computed, inject } from '@angular/core';
import { MatAnchor, MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Clock } from '../core/clock';
import { Format, addDays } from '../core/format';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { Vocabulary } from '../core/vocabulary';
import { Chip } from '../ui/chip';
import { Sheet } from '../ui/sheet';
import { Entry, When, spanOf } from './entries.rules';

/** What the sheet shows. */
export interface EntryData { entry: Entry; overlaps: readonly Entry[] }

/** What the person wants to do with the entry. */
export type EntryAction = 'log' | 'move' | 'complete' | 'reopen' | 'remove';

/** One entry of the calendar with everything that can be done with it from here. */
@Component({
  selector: 't-entry-sheet',
  imports: [Chip, MatAnchor, MatButton, MatIcon, RouterLink, Sheet],
  templateUrl: './entry-sheet.html',
  styleUrl: './entry-sheet.scss',
})
export class EntrySheet {
  protected readonly t = inject(I18n).t;
  protected readonly format = inject(Format);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly data = inject<EntryData>(MAT_DIALOG_DATA);
  protected readonly entry = this.data.entry;
  private readonly sheet = inject<MatDialogRef<EntrySheet, EntryAction>>(MatDialogRef);
  private readonly clock = inject(Clock);
  private readonly session = inject(Session);

  protected readonly canWork = computed(() => this.session.can('contacts.work'));
  protected readonly isMine = computed(() => this.session.person()?.id === this.entry.ownerId);
  protected readonly title = this.entry.title || (this.entry.customerName ?? '');

  protected readonly when = computed(() => {
    const { start, end } = spanOf(this.entry, this.clock.timeZone());
    const first = this.words(start);
    if (!end || this.lastOf(end, start) === start.day) return end?.time ? `${first}–${end.time}` : first;
    return `${first} – ${this.words({ ...end, day: this.lastOf(end, start) })}`;
  });

  protected overlapTime(other: Entry): string {
    return spanOf(other, this.clock.timeZone()).start.time ?? '';
  }

  protected choose(action: EntryAction): void {
    this.sheet.close(action);
  }

  private words({ day, time }: When): string {
    return time ? `${this.format.day(day, 'weekday')}, ${time}` : this.format.day(day, 'weekday');
  }

  private lastOf(end: When, start: When): string {
    return end.time !== null || end.day <= start.day ? end.day : addDays(end.day, -1);
  }
}
