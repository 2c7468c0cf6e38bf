/** Changes in the order in which they happened; of two at the same moment the one recorded first. */
export const inOrder = (changes) => [...changes].sort((a, b) => a.changedAt.getTime() - b.changedAt.getTime() || (a.id < b.id ? -1 : 1));
/** The stage in effect just before a change would be recorded at that moment; null before the first one. */
export const stageBefore = (changes, at) => inOrder(changes).findLast(({ changedAt }) => changedAt <= at)?.toStageId ?? null;
/** Changes whose "from" is not the stage of the change before them, each as it ought to be. */
export function misplaced(changes) {
    const ordered = inOrder(changes);
    return ordered.map(({ id }, i) => ({ id, fromStageId: ordered[i - 1]?.toStageId ?? null })).filter(({ fromStageId }, i) => ordered[i]?.fromStageId !== fromStageId);
}
/** The current stage is that of the latest change, whenever it was recorded; null without any change. */
export function stateOf(changes, stages) {
    const ordered = inOrder(changes);
    const last = ordered.at(-1);
    if (!last)
        return null;
    const kindOf = new Map(stages.map(({ id, kind }) => [id, kind]));
    const won = ordered.find(({ toStageId }) => kindOf.get(toStageId) === 'won');
    return { stageId: last.toStageId, stageSince: last.changedAt, isOpen: kindOf.get(last.toStageId) === 'open', convertedAt: won?.changedAt ?? null };
}
