import { createHash } from 'node:crypto';
import { searchKeyOf } from "../../customers/index.js";
import { endOfDay } from "../../kernel/index.js";
import { dayOfMoment, instantOfMoment } from "../mapping/date-formats.rules.js";
import { issueOf } from "./row-reader.js";
const POINTS = [
    ['phone', 'phone', false],
    ['email', 'email', false],
    ['wechat', 'wechat', false],
    ['otherContact', 'other', false],
    ['contactPhone', 'phone', true],
    ['contactEmail', 'email', true],
    ['contactWechat', 'wechat', true],
];
const TEXTS = ['name', 'source', 'industry', 'region', 'note', 'formOfAddress', 'timeZone', 'kind', 'doNotContact'];
const IDS = [['owner', 'ownerId'], ['team', 'teamId'], ['tier', 'tierId'], ['preferredChannel', 'preferredChannelId']];
const TIMES = ['preferredFrom', 'preferredUntil', 'quietFrom', 'quietUntil'];
const MAX_TAGS = 30;
const MAX_POINTS = 20;
/** Turns a row into a customer; issues beside it where rules of the product are broken. */
export function customerDraft(row, reader, vocabulary, now) {
    const value = (key) => row.values.get(key);
    const values = Object.fromEntries([
        ...TEXTS.map((key) => [key, value(key)]),
        ...IDS.map(([from, to]) => [to, value(from)]),
        ...TIMES.map((key) => [key, timeText(value(key))]),
        ['knownSinceOn', value('knownSinceOn') ? dayOfMoment(value('knownSinceOn'), now.timeZone) : undefined],
    ].filter(([, given]) => given !== undefined));
    const name = value('contactName');
    const draft = {
        line: row.line,
        externalId: value('externalId') ?? null,
        identities: [],
        values,
        stage: stageOf(row, now),
        tags: [...new Set([...(value('tags') ?? []), ...row.tags])],
        fields: fieldsOf(row, now.timeZone),
        points: pointsOf(row, name !== undefined),
        person: name === undefined ? null : { name, title: value('contactTitle') ?? null },
    };
    identify(draft, row);
    return { draft, issues: issuesOf(draft, reader, vocabulary, now) };
}
function timeText(seconds) {
    if (seconds === undefined)
        return undefined;
    const minutes = Math.floor(seconds / 60);
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
function stageOf({ values }, { timeZone }) {
    const stageId = values.get('stage');
    if (!stageId)
        return null;
    const moment = values.get('stageOn');
    const on = moment ? dayOfMoment(moment, timeZone) : null;
    const hasTime = moment?.instant != null || moment?.seconds != null;
    // Only the day is known: the last instant of it, so that the contacts of that day come before the change.
    const at = moment && on ? (hasTime ? instantOfMoment(moment, 0, timeZone) : new Date(endOfDay(on, timeZone).getTime() - 1)) : null;
    return { stageId, at, on, amount: values.get('stageAmount') ?? null, reason: values.get('stageReason') ?? null };
}
function fieldsOf({ values }, timeZone) {
    const fields = {};
    for (const [key, value] of values) {
        if (!key.startsWith('field:'))
            continue;
        const isMoment = typeof value === 'object';
        fields[key.slice('field:'.length)] = isMoment ? dayOfMoment(value, timeZone) : value;
    }
    return fields;
}
function pointsOf({ values }, hasPerson) {
    const points = new Map();
    for (const [target, kind, isOfPerson] of POINTS) {
        for (const value of values.get(target) ?? []) {
            const key = searchKeyOf({ kind, value });
            const known = `${kind} ${key}`;
            if (!points.has(known))
                points.set(known, { kind, value, key, isOfPerson: isOfPerson && hasPerson });
        }
    }
    return [...points.values()];
}
/** The same file twice must find the same customers: by id, else by name with number or address, else by all that the row says. */
function identify(draft, { values }) {
    const name = draft.values.name ?? '';
    const tells = draft.points.filter(({ kind }) => kind === 'phone' || kind === 'email').map(({ key }) => `contact ${name}\u0000${key}`);
    if (draft.externalId === null && tells.length > 0)
        draft.identities = tells;
    else {
        draft.externalId ??= contentId(values);
        draft.identities = [`id ${draft.externalId}`];
    }
}
/** An external id for a row that brings none: equal rows have equal ones. */
export function contentId(values) {
    const content = JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
    return `csv:${createHash('sha256').update(content).digest('base64url').slice(0, 27)}`;
}
function issuesOf({ values, stage, tags, points }, reader, vocabulary, { today }) {
    const issues = [];
    const add = (isWrong, target, code, params = {}) => {
        if (isWrong)
            issues.push(issueOf(reader.columnFor(target), code, params));
    };
    const kind = vocabulary.stages.find(({ id }) => id === stage?.stageId)?.kind;
    add(!values.name, 'name', 'required');
    add((values.knownSinceOn ?? '') > today, 'knownSinceOn', 'in_the_future');
    add((stage?.on ?? '') > today, 'stageOn', 'in_the_future');
    add(stage?.amount != null && kind !== 'won', 'stageAmount', 'amount_only_when_won');
    add(kind === 'lost' && !stage?.reason, 'stageReason', 'reason_required');
    add(!values.preferredFrom !== !values.preferredUntil, 'preferredFrom', 'both_or_none');
    add(!values.quietFrom !== !values.quietUntil, 'quietFrom', 'both_or_none');
    add(tags.length > MAX_TAGS, 'tags', 'too_many', { max: MAX_TAGS });
    add(points.length > MAX_POINTS, 'phone', 'too_many', { max: MAX_POINTS });
    return issues;
}
