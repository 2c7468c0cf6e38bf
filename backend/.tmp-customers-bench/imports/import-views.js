import { ROW_FATES } from "./import.entity.js";
import { allCounts } from "./running/progress.js";
const SHOWN_SAMPLES = 5;
/** An import as a list shows it. */
export const summaryOf = (row, createdByName) => ({
    id: row.id,
    kind: row.kind,
    fileName: row.fileName,
    state: row.state,
    counts: allCounts(row.counts),
    rowsDone: row.rowsDone,
    rowsTotal: row.rowsTotal,
    failure: row.failure,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    createdById: row.createdById,
    createdByName,
});
/** An import with all that its page shows. */
export const viewOf = (row, createdByName, suggestion, unknown) => ({
    ...summaryOf(row, createdByName),
    encoding: row.encoding,
    delimiter: row.delimiter,
    columns: row.columns.map(({ name, values, filled, dateFormats, decimals }) => ({ name, samples: values.slice(0, SHOWN_SAMPLES), filled, dateFormats, decimals })),
    mapping: row.mapping,
    suggestion,
    unknownWords: unknown,
    samples: Object.fromEntries(ROW_FATES.map((fate) => [fate, row.samples[fate] ?? []])),
});
