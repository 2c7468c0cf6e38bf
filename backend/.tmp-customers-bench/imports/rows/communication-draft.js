import { localDateOf } from "../../kernel/index.js";
import { instantOfMoment } from "../mapping/date-formats.rules.js";
import { contentId } from "./customer-draft.js";
import { issueOf } from "./row-reader.js";
/** The time of day of a communication of which only the day is known: noon of the organisation. */
export const NOON_SECONDS = 43_200;
/** Turns a row into a communication; null with issues where something needed is missing. */
export function communicationDraft(row, reader, defaults) {
    const value = (key) => row.values.get(key) ?? null;
    const moment = value('occurredAt');
    const channelId = value('channel');
    const hasCustomer = row.values.has('customerExternalId') || row.values.has('customerName');
    const issues = [
        ...(moment ? [] : [issueOf(reader.columnFor('occurredAt'), 'required')]),
        ...(channelId ? [] : [issueOf(reader.columnFor('channel'), 'required')]),
        ...(hasCustomer ? [] : [issueOf(reader.columnFor('customerExternalId'), 'required')]),
    ];
    if (!moment || !channelId || !hasCustomer)
        return { draft: null, issues };
    const occurredAt = instantOfMoment(moment, value('occurredTime') ?? NOON_SECONDS, defaults.timeZone);
    // Today's noon may still be ahead: a contact of today of which only the day is known has happened by now.
    const isDayOnly = moment.seconds === null && !moment.instant && !row.values.has('occurredTime');
    const isToday = isDayOnly && localDateOf(occurredAt, defaults.timeZone) === localDateOf(defaults.now, defaults.timeZone);
    const at = isToday && occurredAt > defaults.now ? defaults.now : occurredAt;
    if (at > defaults.now)
        issues.push(issueOf(reader.columnFor('occurredAt'), 'in_the_future'));
    const draft = {
        line: row.line,
        externalId: value('externalId') ?? contentId(row.values),
        customerExternalId: value('customerExternalId'),
        customerName: value('customerName'),
        authorId: value('author') ?? defaults.authorId,
        occurredAt: at,
        occurredOn: localDateOf(at, defaults.timeZone),
        isDayOnly,
        channelId,
        direction: value('direction') ?? 'outbound',
        dispositionId: value('disposition') ?? defaults.dispositionId,
        outcomeId: value('outcome'),
        evaluation: value('evaluation'),
        durationSeconds: value('durationSeconds'),
        subject: value('subject') ?? '',
        text: value('text') ?? '',
        given: new Set(row.values.keys()),
    };
    return { draft, issues };
}
