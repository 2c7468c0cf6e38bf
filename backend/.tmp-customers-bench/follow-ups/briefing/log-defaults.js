var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingCalendars } from "../../calendar/index.js";
import { DAY_MS, localDateOf, notFound } from "../../kernel/index.js";
import { Clock } from "../../platform/clock.js";
import { rows } from "../../platform/database/statements.js";
import { isQuiet } from "../../touchpoints/index.js";
import { matchTouchpoint } from "../logging/matching.rules.js";
import { PRESSURE } from "./brief.statement.js";
import { channelFor, otherChannel, quickDates } from "./defaults.rules.js";
import { defaultsOf } from "./defaults.statement.js";
import { isSilent, retryAfter } from "./retry.rules.js";
/** What the log sheet starts with, for a customer and what is already chosen. */
let LogDefaults = class LogDefaults {
    constructor(source, calendars, clock) {
        this.source = source;
        this.calendars = calendars;
        this.clock = clock;
    }
    /** Channel, disposition, the touchpoint that would be kept and why, what to retry, quick dates, contact pressure; 404 out of scope. */
    async of(actor, { customerId, channelId: asked, dispositionId }) {
        const now = this.clock.now();
        const { text, values } = defaultsOf(actor);
        const [facts] = await rows(this.source, text, [customerId, actor.timeZone, new Date(now.getTime() - PRESSURE.days * DAY_MS), ...values]);
        if (!facts)
            throw notFound();
        const calendar = await this.calendars.forOrganisation(this.source);
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
};
LogDefaults = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        WorkingCalendars,
        Clock])
], LogDefaults);
export { LogDefaults };
const channelsOf = ({ preferredChannelId, lastChannelId, reachedChannelId, channels, doNotContact }) => ({
    preferred: preferredChannelId, lastUsed: lastChannelId, reached: reachedChannelId, all: channels.map(({ id }) => id), doNotContact,
});
/** The channel of the actor's own touchpoint that is due, the earliest first. */
const dueChannel = ({ personId }, open, today) => open.find((touchpoint) => touchpoint.ownerId === personId && touchpoint.dueOn <= today && touchpoint.channelId !== null)?.channelId ?? null;
const matchView = ({ touchpoint, because }) => ({
    touchpointId: touchpoint.id, because, purpose: touchpoint.purpose, channelId: touchpoint.channelId, dueOn: touchpoint.dueOn, dueAt: touchpoint.dueAt, isPromised: touchpoint.isPromised, version: touchpoint.version,
});
function retryView(dispositionKind, channelId, { now, facts, calendar }) {
    const silent = facts.attempts.filter((attempt) => attempt.channelId === channelId && isSilent(attempt.dispositionKind)).map(({ at }) => ({ on: localDateOf(at, calendar.timeZone) }));
    const retry = retryAfter(dispositionKind, now, silent, calendar);
    if (!retry)
        return null;
    const proposed = retry.kind === 'other_channel' ? otherChannel(channelId, channelsOf(facts)) : channelId;
    return { ...retry, dueAt: retry.dueAt?.toISOString() ?? null, channelId: proposed };
}
