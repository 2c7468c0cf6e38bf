import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingCalendars } from '../../calendar/index.ts';
import { DAY_MS, type WorkingCalendar, localDateOf, notFound } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Clock } from '../../platform/clock.ts';
import { rows } from '../../platform/database/statements.ts';
import { isQuiet } from '../../touchpoints/index.ts';
import type { OpenTouchpoint } from '../logging/log-context.ts';
import { type Match, matchTouchpoint } from '../logging/matching.rules.ts';
import { PRESSURE } from './brief.statement.ts';
import type { LogDefaultsQuery, LogDefaultsView, MatchView, RetryView } from './briefing.dto.ts';
import { channelFor, otherChannel, quickDates } from './defaults.rules.ts';
import { type DefaultsRow, defaultsOf } from './defaults.statement.ts';
import { isSilent, retryAfter } from './retry.rules.ts';

/** What the log sheet starts with, for a customer and what is already chosen. */
@Injectable()
export class LogDefaults {
  constructor(
    private readonly source: DataSource,
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
  ) {}

  /** Channel, disposition, the touchpoint that would be kept and why, what to retry, quick dates, contact pressure; 404 out of scope. */
  async of(actor: Actor, { customerId, channelId: asked, dispositionId }: LogDefaultsQuery): Promise<LogDefaultsView> {
    const now = this.clock.now();
    const { text, values } = defaultsOf(actor);
    const [facts] = await rows<DefaultsRow>(this.source, text, [customerId, actor.timeZone, new Date(now.getTime() - PRESSURE.days * DAY_MS), ...values]);
    if (!facts) throw notFound();
    const calendar = await this.calendars.forPerson(this.source, actor.personId);
    const today = localDateOf(now, actor.timeZone);
    const { channelId, because } = channelFor({ ...channelsOf(facts), asked: asked ?? null, touchpointDue: dueChannel(actor, facts.open, today) });
    const disposition = facts.dispositions.find(({ id, kind }) => (dispositionId ? id === dispositionId : kind === 'reached'));
    const dispositionKind = disposition?.kind ?? 'reached';
    const match = channelId ? matchTouchpoint({ authorId: actor.personId, channelId, on: today, dispositionKind }, facts.open, calendar) : null;
    return {
      channelId,
      channelBecause: because,
      dispositionId: disposition?.id ?? null,
      match: match && matchView(match),
      retry: channelId ? retryView(dispositionKind, channelId, { now, facts, calendar }) : null,
      quickDates: quickDates(today, calendar),
      pressure: { count: facts.pressure, ...PRESSURE },
      isDoNotContact: channelId !== null && facts.doNotContact.includes(channelId),
      isQuietNow: isQuiet(now, facts),
    };
  }
}

const channelsOf = ({ preferredChannelId, cadenceChannelIds, lastChannelId, reachedChannelId, channels, doNotContact }: DefaultsRow) => ({
  preferred: preferredChannelId, cadence: cadenceChannelIds, lastUsed: lastChannelId, reached: reachedChannelId, all: channels.map(({ id }) => id), doNotContact,
});

/** The channel of the actor's own touchpoint that is due, the earliest first. */
const dueChannel = ({ personId }: Actor, open: readonly OpenTouchpoint[], today: string): string | null =>
  open.find((touchpoint) => touchpoint.ownerId === personId && touchpoint.dueOn <= today && touchpoint.channelId !== null)?.channelId ?? null;

const matchView = ({ touchpoint, because }: Match<OpenTouchpoint>): MatchView => ({
  touchpointId: touchpoint.id, because, purpose: touchpoint.purpose, channelId: touchpoint.channelId, dueOn: touchpoint.dueOn, dueAt: touchpoint.dueAt, isPromised: touchpoint.isPromised, version: touchpoint.version,
});

function retryView(dispositionKind: string, channelId: string, { now, facts, calendar }: { now: Date; facts: DefaultsRow; calendar: WorkingCalendar }): RetryView | null {
  const silent = facts.attempts.filter((attempt) => attempt.channelId === channelId && isSilent(attempt.dispositionKind)).map(({ at }) => ({ on: localDateOf(at, calendar.timeZone) }));
  const retry = retryAfter(dispositionKind, now, silent, calendar, facts.bestHours && { ...facts.bestHours, timeZone: facts.timeZone });
  if (!retry) return null;
  const proposed = retry.kind === 'other_channel' ? otherChannel(channelId, channelsOf(facts)) : channelId;
  return { ...retry, dueAt: retry.dueAt?.toISOString() ?? null, channelId: proposed };
}
