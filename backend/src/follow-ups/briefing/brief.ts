import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingCalendars } from '../../calendar/index.ts';
import { thresholdsOf } from '../../customers/index.ts';
import { DAY_MS, daysBetween, localDateOf, notFound } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Clock } from '../../platform/clock.ts';
import { rows } from '../../platform/database/statements.ts';
import { isQuiet } from '../../touchpoints/index.ts';
import { type BriefRow, PRESSURE, briefOf } from './brief.statement.ts';
import type { BriefView } from './briefing.dto.ts';
import { warningsOf } from './warnings.rules.ts';

/** What to know before speaking with a customer. */
@Injectable()
export class Brief {
  constructor(
    private readonly source: DataSource,
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
  ) {}

  /** The brief of a customer; 404 out of scope. */
  async of(actor: Actor, customerId: string): Promise<BriefView> {
    const now = this.clock.now();
    const { text, values } = briefOf(actor);
    const [row] = await rows<BriefRow>(this.source, text, [customerId, new Date(now.getTime() - PRESSURE.days * DAY_MS), ...values]);
    if (!row) throw notFound();
    const { cadenceAnchorOn, pace, cadencePausedUntil, isCadenceStopped, ...known } = row;
    const calendar = await this.calendars.forPerson(this.source, known.ownerId ?? actor.personId);
    const today = localDateOf(now, actor.timeZone);
    const brief = {
      ...known,
      isQuietNow: isQuiet(now, known),
      daysSilent: known.lastHeardAt === null ? null : Math.max(0, daysBetween(localDateOf(known.lastHeardAt, actor.timeZone), today)),
      pressureLimit: PRESSURE.limit,
    };
    const isMaximumPassed = !isCadenceStopped && (cadencePausedUntil ?? '') <= today && cadenceAnchorOn <= (thresholdsOf(pace, today, calendar)?.maximumOn ?? '');
    return { ...brief, warnings: warningsOf({ ...brief, isMaximumPassed }, now, today).map((code) => ({ code })) };
  }
}
