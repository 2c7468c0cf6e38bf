import { Injectable, inject } from '@angular/core';
import { View } from '../../core/api';
import { Clock } from '../../core/clock';
import { Format } from '../../core/format';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';
import { Tone } from '../../ui/chip';

/** What a cadence says. */
export type Terms = View<'CadenceTermsView'>;

/** How a customer stands to its cadence. */
export type Standing = View<'CustomerCadenceView'>;

const TONES: Record<Standing['state'], Tone> = { fresh: 'success', due: 'warning', overdue: 'danger', never_contacted: 'info', paused: 'neutral', none: 'neutral' };

/** Cadences in words. */
@Injectable({ providedIn: 'root' })
export class CadenceWords {
  private readonly t = inject(I18n).t;
  private readonly clock = inject(Clock);
  private readonly format = inject(Format);
  private readonly vocabulary = inject(Vocabulary);

  /** The interval: every so often, at the latest after so much. */
  pace({ ideal, maximum, unit }: Terms): string {
    const count = (number: number): string => this.t(`cadences.count.${unit}`, { count: number });
    return this.t('cadences.terms.pace', { ideal: count(ideal), maximum: count(maximum) });
  }

  /** Everything else that a cadence says, each in a few words. */
  extras(terms: Terms): string[] {
    const { anchorOn, channelIds, hoursFrom, hoursUntil, stopAfterAttempts, stopOn, stopsWhenConverted } = terms;
    return [
      anchorOn && this.t('cadences.terms.fixed', { day: this.format.day(anchorOn) }),
      channelIds.map((id) => this.vocabulary.name(id)).join(', '),
      hoursFrom && this.t('cadences.terms.hours', { from: hoursFrom, until: hoursUntil ?? '' }),
      stopAfterAttempts !== null && this.t('cadences.terms.attempts', { count: stopAfterAttempts }),
      stopOn && this.t('cadences.terms.date', { day: this.format.day(stopOn) }),
      stopsWhenConverted && this.t('cadences.terms.converted'),
    ].filter((text): text is string => Boolean(text));
  }

  /** How a customer stands, in a word or two. */
  state(standing: Standing): string {
    return this.t(this.isLate(standing) ? 'cadences.late' : `cadences.states.${standing.state}`);
  }

  /** The colour of a state; its words say it too. */
  tone(standing: Standing): Tone {
    return this.isLate(standing) ? 'danger' : TONES[standing.state];
  }

  /** Why a customer stands as it does; `tierId` is the customer's. */
  reason(standing: Standing, tierId: string): string {
    const { reason, name, nextTouchpointOn, nextStepReason, pausedUntil, pauseReason, stoppedAt, terms } = standing;
    if (this.isLate(standing)) return this.t('cadences.lateReason', { day: this.format.day(nextTouchpointOn) });
    const day = reason === 'touchpoint_scheduled' ? nextTouchpointOn : reason === 'paused' ? pausedUntil : reason === 'stopped_on_date' ? terms.stopOn : stoppedAt && this.format.dayOf(stoppedAt);
    return this.t(`cadences.reasons.${reason}`, {
      name: reason === 'by_tier' ? this.vocabulary.name(tierId) : name, day: day ? this.format.day(day) : '–', reason: (reason === 'paused' ? pauseReason : nextStepReason) ?? '–',
    });
  }

  /** What was scheduled in its place is over and still open. */
  private isLate({ reason, nextTouchpointOn }: Standing): boolean {
    return reason === 'touchpoint_scheduled' && nextTouchpointOn !== null && nextTouchpointOn < this.clock.today();
  }
}
