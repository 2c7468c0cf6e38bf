import { type Row, restoredOf } from './journal.rules.ts';

/** What a merge did to rows of one table, and how they stand now, by id. */
export interface Changed {
  readonly entries: ReadonlyMap<string, { readonly before: Row; readonly after: Row }>;
  readonly present: ReadonlyMap<string, Row>;
}

/** What a communication kept when it let go. */
export interface Dropped {
  readonly touchpointId: string;
  readonly countedBecause: string | null;
}

/** How communications and touchpoints stand once the merge is taken back. */
export interface Links {
  /** Columns that change, by id. */
  readonly touchpoints: ReadonlyMap<string, Row>;
  readonly followUps: ReadonlyMap<string, Row>;
  /** Communications whose touchpoint went to the other customer, or went back to whoever kept it before: they ask anew. */
  readonly lost: ReadonlyMap<string, Dropped>;
  /** Touchpoints that nobody keeps any more, and that were not kept by nobody before. */
  readonly released: readonly string[];
  /** Communications that keep again what they kept before: the merge's trace of them goes. */
  readonly restored: ReadonlySet<string>;
}

const STATE = ['state', 'closed_at', 'closed_reason', 'remind_at'];
const MATCH = ['touchpoint_id', 'counted_because', 'corrected_at'];

/** Puts all columns of a group back or none: what somebody changed since goes together. */
export function restoredInGroups(entry: { before: Row; after: Row }, present: Row, groups: readonly (readonly string[])[]): Record<string, unknown> {
  const back = restoredOf(entry, present);
  const isChanged = (column: string): boolean => JSON.stringify(entry.before[column] ?? null) !== JSON.stringify(entry.after[column] ?? null);
  const broken = groups.filter((group) => group.some((column) => isChanged(column) && !(column in back))).flat();
  return Object.fromEntries(Object.entries(back).filter(([column]) => !broken.includes(column)));
}

/**
 * What goes back between communications and touchpoints: each to its customer; a communication keeps again what it kept unless it was corrected since or somebody else keeps that by now; nobody
 * keeps a touchpoint of the other customer.
 */
export function linksRestored(touchpoints: Changed, followUps: Changed): Links {
  const [finalT, finalF] = [restoredRows(touchpoints, [STATE]), restoredRows(followUps, [MATCH])];
  const isRestored = (id: string): boolean => 'touchpoint_id' in (finalF.changes.get(id) ?? {});
  for (const [id, row] of followUps.present) if (isRestored(id) && row['withdrawn_at'] !== null) finalF.give(id, Object.fromEntries(MATCH.map((column) => [column, row[column]])));
  const lost = new Map<string, Dropped>();
  const holders = new Map<string, string>();
  const drop = (id: string): void => {
    const { touchpoint_id: touchpointId, counted_because: because } = followUps.present.get(id) ?? {};
    if (typeof touchpointId === 'string') lost.set(id, { touchpointId, countedBecause: (because ?? null) as string | null });
    finalF.give(id, { touchpoint_id: null, counted_because: null, corrected_at: followUps.present.get(id)?.['corrected_at'] ?? null });
  };
  // Those that were not put back come first: what was logged since stays as it is.
  for (const id of [...followUps.present.keys()].sort((a, b) => Number(isRestored(a)) - Number(isRestored(b)))) {
    const row = finalF.row(id);
    const touchpointId = row['touchpoint_id'];
    if (typeof touchpointId !== 'string') continue;
    if (holders.has(touchpointId) || finalT.row(touchpointId)['customer_id'] !== row['customer_id']) drop(id);
    else holders.set(touchpointId, id);
  }
  // Two of one occurrence stand in each other's place for a moment, so each is given its own again.
  for (const [id, row] of finalT.changes) if ('customer_id' in row) finalT.give(id, { occurrence: finalT.row(id)['occurrence'] ?? null });
  const restored = new Set([...followUps.present.keys()].filter((id) => isRestored(id) && !lost.has(id)));
  for (const [touchpointId, id] of holders) if (restored.has(id)) finalT.give(touchpointId, stateBefore(touchpoints.entries.get(touchpointId)));
  return { touchpoints: finalT.changes, followUps: finalF.changes, lost, restored, released: releasedOf(touchpoints, followUps, (id) => finalT.row(id)['state'] === 'done' && !holders.has(id)) };
}

/** Of touchpoints that are done those that somebody kept before this, or before the merge. */
function releasedOf(touchpoints: Changed, followUps: Changed, isLeft: (id: string) => boolean): string[] {
  const kept = [...followUps.present.values(), ...[...followUps.entries.values()].map(({ before }) => before)].map((row) => row['touchpoint_id']);
  return [...new Set(kept)].filter((id): id is string => typeof id === 'string' && touchpoints.present.has(id) && isLeft(id));
}

const stateBefore = (entry: { before: Row } | undefined): Row => Object.fromEntries(STATE.filter((column) => entry && column in entry.before).map((column) => [column, entry?.before[column] ?? null]));

/** The rows as they are to stand, with what changes in each. */
function restoredRows({ entries, present }: Changed, groups: readonly (readonly string[])[]) {
  const changes = new Map<string, Row>();
  for (const [id, entry] of entries) {
    const row = present.get(id);
    const back = row ? restoredInGroups(entry, row, groups) : {};
    if (Object.keys(back).length) changes.set(id, back);
  }
  return {
    changes,
    row: (id: string): Row => ({ ...present.get(id), ...changes.get(id) }),
    give: (id: string, columns: Row): void => {
      if (Object.keys(columns).length) changes.set(id, { ...changes.get(id), ...columns });
    },
  };
}
