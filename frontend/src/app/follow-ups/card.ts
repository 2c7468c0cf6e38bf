import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { Api, View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { channelIcon, type IconName } from '../core/icons';
import { Notices } from '../core/notices';
import { Session } from '../core/session';
import { Vocabulary } from '../core/vocabulary';
import { Chip, Tone } from '../ui/chip';
import { Sheets } from '../ui/sheets';
import { Due } from '../ui/times';
import { Comments } from './comments';

const ICONS: Readonly<Record<string, IconName>> = { log: 'notes', schedule: 'event', task: 'task_alt', approval: 'verified' };
const TONES: Readonly<Record<string, Tone>> = { scheduled: 'info', done: 'success', missed: 'danger', cancelled: 'neutral' };
const APPROVAL_TONES: Readonly<Record<View<'StandingView'>['state'], Tone>> = { waiting: 'warning', approved: 'success', returned: 'danger', withdrawn: 'neutral' };

/** One record of the timeline in full: what happened, the four judgements, what it kept, what comes next, and what colleagues say. */
@Component({
  selector: 't-card',
  imports: [Chip, Comments, Due, MatIcon, MatIconButton, MatMenuModule, RouterLink],
  templateUrl: './card.html',
  styleUrl: './card.scss',
})
export class Card {
  /** The record. */
  readonly item = input.required<View<'FollowUpView'>>();

  /** Something about the record was changed. */
  readonly changed = output();

  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly vocabulary = inject(Vocabulary);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly isWhole = signal(false);
  protected readonly areCommentsOpen = signal(false);

  protected readonly icon = computed(() => {
    const { kind, channelId } = this.item();
    return kind === 'communication' ? channelIcon(this.vocabulary.find('channels', channelId)?.icon) : (ICONS[kind] ?? 'notes');
  });
  protected readonly title = computed(() => {
    const { kind, channelId, direction, subject } = this.item();
    if (kind !== 'communication') return subject || this.t(`followUps.kinds.${kind}`);
    const way = direction === 'inbound' ? this.t('followUps.inbound', { channel: this.vocabulary.name(channelId) }) : this.vocabulary.name(channelId);
    return subject ? `${way} · ${subject}` : way;
  });
  protected readonly when = computed(() => {
    const { kind, isAllDay, onDay, lastDay, occurredAt, endsAt } = this.item();
    if (kind === 'schedule' && !isAllDay && endsAt) return `${this.format.instant(occurredAt)} – ${this.format.time(endsAt)}`;
    if (!isAllDay || !onDay) return this.format.instant(occurredAt);
    return lastDay && lastDay !== onDay ? `${this.format.day(onDay)} – ${this.format.day(lastDay)}` : this.format.day(onDay);
  });
  protected readonly dispositionTone = computed<Tone>(() => (this.item().dispositionKind === 'reached' ? 'success' : ['refused', 'wrong_number', 'bounced'].includes(this.item().dispositionKind ?? '') ? 'danger' : 'neutral'));
  protected readonly canCorrect = computed(() => {
    const { authorId, kind } = this.item();
    return ['communication', 'log'].includes(kind) && (authorId === this.session.person()?.id || this.session.can('records.correct'));
  });
  protected readonly isLong = computed(() => this.item().text.length > 600 || this.item().text.split('\n').length > 8);
  protected readonly stateTone = (state: string): Tone => TONES[state] ?? 'neutral';
  protected readonly approvalTone = (state: View<'StandingView'>['state']): Tone => APPROVAL_TONES[state];
  protected readonly currency = computed(() => this.session.organisation()?.currency ?? 'CNY');

  protected async correct(): Promise<void> {
    const isSaved = await this.sheets.open<boolean>(() => import('./correct-sheet').then((m) => m.CorrectSheet), { data: this.item() });
    if (isSaved) this.changed.emit();
  }

  protected async showCorrections(): Promise<void> {
    await this.sheets.open(() => import('./corrections-sheet').then((m) => m.CorrectionsSheet), { data: this.item().id });
  }

  protected async toggleTask(): Promise<void> {
    const { id, doneAt } = this.item();
    const finish = (): Promise<unknown> => this.api.post('/api/tasks/{id}/completion', { path: { id } });
    const reopen = (): Promise<unknown> => this.api.delete('/api/tasks/{id}/completion', { path: { id } });
    try {
      await (doneAt ? reopen() : finish());
      this.changed.emit();
      if (!doneAt) void this.notices.offerUndo(this.t('followUps.taskDone'), reopen);
    } catch (error) {
      void this.notices.sayProblem(error);
    }
  }
}
