import type { Delimiter } from './file/delimiter.rules.ts';
import type { Encoding } from './file/encoding.ts';
import { type Import, ROW_FATES } from './import.entity.ts';
import type { ImportSamplesView, ImportSummaryView, ImportView } from './imports.dto.ts';
import type { UnknownWords } from './mapping/mapping-check.ts';
import type { Mapping } from './mapping/mapping.rules.ts';
import { allCounts } from './running/progress.ts';
import { progressView } from './undo/undo-views.ts';

const SHOWN_SAMPLES = 5;

/** An import as a list shows it. */
export const summaryOf = (row: Import, createdByName: string): ImportSummaryView => ({
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
export const viewOf = (row: Import, createdByName: string, suggestion: Mapping, unknown: UnknownWords[], undoableUntil: Date | null): ImportView => ({
  ...summaryOf(row, createdByName),
  format: row.format,
  sheets: row.sheets,
  sheet: row.sheet,
  encoding: row.encoding as Encoding,
  delimiter: row.delimiter as Delimiter,
  columns: row.columns.map(({ name, values, filled, dateFormats, decimals }) => ({ name, samples: values.slice(0, SHOWN_SAMPLES), filled, dateFormats, decimals })),
  mapping: row.mapping,
  suggestion,
  unknownWords: unknown,
  samples: Object.fromEntries(ROW_FATES.map((fate) => [fate, row.samples[fate] ?? []])) as unknown as ImportSamplesView,
  undoableUntil: undoableUntil?.toISOString() ?? null,
  undo: row.undo && progressView(row.undo),
});
