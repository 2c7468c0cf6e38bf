import { setTimeout as pause } from 'node:timers/promises';
const LOOK_EVERY_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** The pause in milliseconds before try number `attempt` (from 1): none, then doubling up to ten seconds. */
export function backOff(attempt) {
    return attempt <= 1 ? 0 : Math.min(LONGEST_PAUSE_MS, 100 * 2 ** (attempt - 1));
}
/** Watches a server and restarts it for as long as it takes; the returned function ends that and waits for the end. */
export function supervise(watched) {
    const end = new AbortController();
    const watching = watch(watched, end.signal);
    return async () => {
        end.abort();
        await watching;
    };
}
async function watch(watched, end) {
    while (await waited(LOOK_EVERY_MS, end)) {
        if (watched.isUp())
            continue;
        watched.tell({ state: 'down', attempt: 0 });
        await revive(watched, end);
    }
}
async function revive(watched, end) {
    for (let attempt = 1; await waited(backOff(attempt), end); attempt++) {
        try {
            await watched.restart();
            watched.tell({ state: 'up', attempt });
            return;
        }
        catch (error) {
            watched.tell({ state: 'failed', attempt, reason: error instanceof Error ? error.message : String(error) });
        }
    }
}
async function waited(milliseconds, end) {
    await pause(milliseconds, undefined, { signal: end, ref: false }).catch(() => undefined);
    return !end.aborted;
}
