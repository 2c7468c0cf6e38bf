const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/**
 * How long to wait before the product is started again, in milliseconds, after so many starts in a row that were ended before it was open for work: each is waited for twice as long as the one
 * before. What was open and then killed comes back at once, however often: people are waiting, and the machine has shown that it can run it.
 */
export const pauseBefore = (failures) => Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** Math.min(failures, 16));
