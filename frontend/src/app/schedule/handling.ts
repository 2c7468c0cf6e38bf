import { Injectable, inject } from '@angular/core';
import { Api, Problem } from '../core/api';
import { Clock } from '../core/clock';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { LogOpener } from '../core/log-opener';
import { Notices } from '../core/notices';
import { Sheets } from '../ui/sheets';
import type { Dragged } from './calendar-board';
import { Entry, Span, When, overlapsOf, spanOf } from './entries.rules';
import type { EntryAction, EntryData } from './entry-sheet';
import { type MoveData, type Moved, isWish } from './move-sheet';
import { Moving } from './moving';
import type { NewEntryData } from './new-entry-sheet';

/** What a person does with entries of the calendar, each with its way back. */
@Injectable()
export class Handling {
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly format = inject(Format);
  private readonly i18n = inject(I18n);
  private readonly log = inject(LogOpener);
  private readonly moving = inject(Moving);
  private readonly notices = inject(Notices);
  private readonly sheets = inject(Sheets);

  /** Shows an entry and what collides with it, then does what the person chose. */
  async open(entry: Entry, overlaps: readonly Entry[] = []): Promise<void> {
    const data: EntryData = { entry, overlaps };
    const action = await this.sheets.open<EntryAction, EntryData>(() => import('./entry-sheet').then((m) => m.EntrySheet), { data });
    if (action === 'move') await this.askWhere({ entry });
    else if (action === 'log') await this.logContact(entry);
    else if (action) await this.change(entry, action);
  }

  /** Asks for a new event or task. */
  async add(span?: Span): Promise<void> {
    await this.sheets.open<true, NewEntryData>(() => import('./new-entry-sheet').then((m) => m.NewEntrySheet), { data: span ? { span } : {} });
  }

  /** Moves what was dragged; puts it back where the server refuses, and asks for a reason where a customer wished otherwise. */
  async drag({ entry, to, revert }: Dragged, all: readonly Entry[]): Promise<void> {
    try {
      const version = await this.moving.move(entry, to);
      void this.sayMoved(entry, version, to.start, this.collisionsOf(entry, to, all));
    } catch (error) {
      revert();
      const refusal = Problem.from(error).fields.find(isWish);
      if (refusal) await this.askWhere({ entry, to: to.start, refusal });
      else await this.notices.sayProblem(error);
    }
  }

  private async askWhere(data: MoveData): Promise<void> {
    const moved = await this.sheets.open<Moved, MoveData>(() => import('./move-sheet').then((m) => m.MoveSheet), { data });
    if (moved) void this.sayMoved(data.entry, moved.version, moved.to, []);
  }

  private async sayMoved(entry: Entry, version: number, to: When, collisions: readonly Entry[]): Promise<void> {
    const when = to.time ? `${this.format.day(to.day, 'weekday')}, ${to.time}` : this.format.day(to.day, 'weekday');
    const [other] = collisions;
    const text = other ? this.i18n.t('schedule.move.doneOverlapping', { when, other: other.customerName ?? other.title }) : this.i18n.t('schedule.move.done', { when });
    // Back where it stood is where it was accepted once: what the customer wishes does not stand against that.
    await this.notices.offerUndo(text, () => this.moving.move({ ...entry, version }, spanOf(entry, this.clock.timeZone()), this.i18n.t('common.undo')));
  }

  private collisionsOf(entry: Entry, { start, end }: Span, all: readonly Entry[]): readonly Entry[] {
    if (start.time === null) return [];
    const { start: startsAt, end: endsAt } = this.moving.instants({ start, end });
    const there = { ...entry, start: startsAt, end: end ? endsAt : null, isAllDay: false };
    return overlapsOf([there, ...all.filter(({ id }) => id !== entry.id)]).get(entry.id) ?? [];
  }

  private async logContact({ id, customerId, customerName, channelId }: Entry): Promise<void> {
    if (!customerId) return;
    await this.log.open({ customer: { id: customerId, name: customerName ?? '' }, channelId, touchpointId: id });
  }

  private async change({ kind, id }: Entry, action: 'complete' | 'reopen' | 'remove'): Promise<void> {
    const path = { id };
    try {
      if (action === 'complete') {
        await this.api.post('/api/tasks/{id}/completion', { path });
        void this.notices.offerUndo(this.i18n.t('schedule.completed'), () => this.api.delete('/api/tasks/{id}/completion', { path }));
      } else if (action === 'reopen') {
        await this.api.delete('/api/tasks/{id}/completion', { path });
      } else {
        await (kind === 'event' ? this.api.delete('/api/events/{id}', { path }) : this.api.delete('/api/tasks/{id}', { path }));
        void this.notices.say(this.i18n.t('schedule.removed'));
      }
    } catch (error) {
      await this.notices.sayProblem(error);
    }
  }
}
