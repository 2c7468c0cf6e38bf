const TRACED = [
    'channelId', 'direction', 'dispositionId', 'occurredAt', 'contactPersonId', 'outcomeId', 'evaluation', 'validity', 'invalidReason', 'subject', 'text', 'durationSeconds', 'touchpointId',
];
const OF_A_LOG = new Set(['subject', 'text', 'occurredAt']);
const plain = (value) => (value instanceof Date ? value.toISOString() : value);
/** The properties that differ, with their former and their new values. */
export function changesOf(before, after) {
    const changed = TRACED.filter((key) => plain(before[key]) !== plain(after[key]));
    const pick = (content) => Object.fromEntries(changed.map((key) => [key, plain(content[key])]));
    return { before: pick(before), after: pick(after) };
}
/** Whether the answer deadline has to be counted anew. */
export const isAnswerAffected = (before, after) => before.channelId !== after.channelId || before.direction !== after.direction || before.dispositionId !== after.dispositionId || before.occurredAt.getTime() !== after.occurredAt.getTime();
/** The first given property that a log does not have; null when there is none. */
export const notForALog = (given) => Object.entries(given).find(([key, value]) => value !== undefined && !OF_A_LOG.has(key))?.[0] ?? null;
/** A traced value as text. */
export const textOf = (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : null);
