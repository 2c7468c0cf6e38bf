import { Injectable, inject } from '@angular/core';
import { Api } from '../core/api';
import { Clock } from '../core/clock';
import { addDays, instantOf } from '../core/format';
import { Entry, Span, When } from './entries.rules';

/** Moves entries where their kind is at home. */
@Injectable({ providedIn: 'root' })
export class Moving {
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);

  /** Moves the entry; resolves to its new version, rejects with a Problem. `overrideReason` overrules what a customer asked for. */
  async move({ kind, id, version }: Pick<Entry, 'kind' | 'id' | 'version'>, to: Span, overrideReason?: string): Promise<number> {
    const call = { path: { id }, version };
    switch (kind) {
      case 'touchpoint': return (await this.api.post('/api/touchpoints/{id}/moves', { ...call, body: { ...this.due(to.start), ...(overrideReason ? { overrideReason } : {}) } })).version;
      case 'task': return (await this.api.patch('/api/tasks/{id}', { ...call, body: this.due(to.start) })).version;
      case 'event': return (await this.api.patch('/api/events/{id}', { ...call, body: this.lasting(to) })).version;
      case 'decision': throw new RangeError('a decision waits until it is made');
    }
  }

  /** How the API says when an event is: whole days (the last one included) or two instants; an event without an end lasts an hour. */
  lasting({ start, end }: Span): { onDay: string; lastDay: string } | { startsAt: string; endsAt: string } {
    if (start.time === null) return { onDay: start.day, lastDay: end && end.day > start.day ? addDays(end.day, -1) : start.day };
    const instants = this.instants({ start, end });
    return { startsAt: instants.start, endsAt: instants.end };
  }

  /** The two instants of a span that has times; without an end it lasts an hour. */
  instants({ start, end }: Span): { start: string; end: string } {
    const startsAt = this.instant(start);
    return { start: startsAt, end: end ? this.instant(end) : new Date(Date.parse(startsAt) + 3_600_000).toISOString() };
  }

  /** How the API says when something is due: a day or an instant. */
  due(start: When): { dueOn: string } | { dueAt: string } {
    return start.time === null ? { dueOn: start.day } : { dueAt: this.instant(start) };
  }

  private instant({ day, time }: When): string {
    return instantOf(day, time ?? '00:00', this.clock.timeZone());
  }
}
