/** How long the page offers to take a record back. */
export const UNDO_SHOWN_MS = 10_000;
/** How long the server grants it: kind to slow networks. */
export const UNDO_MS = 60_000;
