import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';
import { Check } from '../platform/http/field-check.ts';
import { Nested, OneOf, Text, Whole } from '../platform/http/fields.ts';
import { DELIMITERS, type Delimiter } from './file/delimiter.rules.ts';
import { ENCODINGS, type Encoding } from './file/encoding.ts';
import { type FileFormat, IMPORT_KINDS, type ImportKind, type ImportState } from './import.entity.ts';
import { DATE_FORMATS, type DateFormat } from './mapping/date-formats.rules.ts';
import { UNKNOWN_WORDS, type UnknownWord } from './mapping/mapping.rules.ts';
import { UndoProgressView } from './undo/undo.dto.ts';
import { DECIMAL_MARKS, type DecimalMark } from './mapping/numbers.rules.ts';

const MAX_WORDS = 500;
const isTextByText = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length <= MAX_WORDS &&
  Object.entries(value).every(([key, text]) => key.length <= 200 && typeof text === 'string' && text.length <= 500);

/** Texts by text: words and what they mean, or targets and their default. */
const TextByText = (): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_object, value) => value !== undefined),
    Check('isTextByText', isTextByText, 'bad_value'),
    ApiProperty({ selfRequired: false, type: 'object', additionalProperties: { type: 'string' } }),
  );

/** What an uploaded file holds. */
export class UploadQuery {
  @OneOf(IMPORT_KINDS)
  kind: ImportKind;
}

/** Where one column goes, and how it is read. */
export class ColumnMappingInput {
  /** Name of the column as the header says. */
  @Text({ max: 200 })
  column: string;

  /** What it fills: a target's key; custom fields are `field:<key>`. */
  @Text({ max: 60 })
  to: string;

  @OneOf(DATE_FORMATS, { optional: true })
  format?: DateFormat;

  @OneOf(DECIMAL_MARKS, { optional: true })
  decimal?: DecimalMark;

  /** What stands between several tags in one cell. */
  @Text({ max: 3, optional: true })
  separator?: string;

  /** Words of the file and what they mean: a key, a name in any language, a person's e-mail address; empty = leave it out. */
  @TextByText()
  values?: Record<string, string>;

  @OneOf(UNKNOWN_WORDS, { optional: true })
  unknown?: UnknownWord;
}

/** How a file is read. */
export class ChooseMapping {
  @Nested(() => ColumnMappingInput, { max: 200 })
  columns: ColumnMappingInput[];

  /** What counts where the file has no such column, or a cell is empty, by target. */
  @TextByText()
  defaults?: Record<string, string>;
}

/** How the file is to be read, when it was not detected rightly: encoding and delimiter of a text, the sheet of a spreadsheet. */
export class ChooseFormat {
  @OneOf(ENCODINGS, { optional: true })
  encoding?: Encoding;

  @OneOf(DELIMITERS, { optional: true })
  delimiter?: Delimiter;

  @Text({ max: 200, optional: true })
  sheet?: string;
}

/** Which part of a list is asked for. */
export class ImportsQuery {
  @Text({ max: 2_000, optional: true })
  cursor?: string;

  @Whole({ min: 1, max: 100, optional: true })
  limit?: number;
}

/** Which issues are asked for. */
export class IssuesQuery extends ImportsQuery {
  @OneOf(['error', 'duplicate'], { optional: true })
  fate?: 'error' | 'duplicate';
}

/** How many rows met each fate. */
export class ImportCountsView {
  new: number;
  update: number;
  unchanged: number;
  duplicate: number;
  error: number;
}

/** An import as a list shows it. */
export class ImportSummaryView {
  id: string;
  kind: ImportKind;
  fileName: string;
  state: ImportState;
  counts: ImportCountsView;
  /** Rows dealt with so far in the dry run or run that is under way. */
  rowsDone: number;
  rowsTotal: number;
  /** Why it failed: a refusal code. */
  failure: string | null;
  createdAt: string;
  finishedAt: string | null;
  createdById: string;
  createdByName: string;
}

/** A part of the list of imports. */
export class ImportPageView {
  items: ImportSummaryView[];
  next: string | null;
}

/** A column of the file and what stands in it. */
export class ImportColumnView {
  name: string;
  /** The first distinct values. */
  samples: string[];
  /** Cells that are not empty. */
  filled: number;
  /** Date formats that fit every cell, likeliest first. */
  dateFormats: DateFormat[];
  /** Decimal marks that fit every cell. */
  decimals: DecimalMark[];
}

/** Where one column goes, and how it is read. */
export class ColumnMappingView {
  column: string;
  to: string;
  format?: DateFormat;
  decimal?: DecimalMark;
  separator?: string;

  @ApiProperty({ selfRequired: false, type: 'object', additionalProperties: { type: 'string' } })
  values?: Record<string, string>;

  unknown?: UnknownWord;
}

/** How a file is read. */
export class MappingView {
  columns: ColumnMappingView[];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  defaults: Record<string, string>;
}

/** Words of a column that nobody has explained. */
export class UnknownWordsView {
  column: string;
  to: string;
  words: string[];
  /** False when the column holds more words than were looked at. */
  isComplete: boolean;
}

/** A row as the product understood it. */
export class SampleRowView {
  line: number;
  text: string;
}

/** The first rows of each fate. */
export class ImportSamplesView {
  new: SampleRowView[];
  update: SampleRowView[];
  unchanged: SampleRowView[];
  duplicate: SampleRowView[];
  error: SampleRowView[];
}

/** An import with all that its page shows. */
export class ImportView extends ImportSummaryView {
  /** A spreadsheet has sheets in place of encoding and delimiter. */
  format: FileFormat;
  sheets: string[];
  /** The sheet that is read. */
  sheet: string | null;
  encoding: Encoding;
  delimiter: Delimiter;
  columns: ImportColumnView[];
  /** As chosen; null before that. */
  mapping: MappingView | null;
  /** What the headers suggest. */
  suggestion: MappingView;
  /** Words in mapped columns that nobody has said the meaning of. */
  unknownWords: UnknownWordsView[];
  /** The first rows of each fate. */
  samples: ImportSamplesView;
  /** Until when it can be taken back, an instant; null when it can not. */
  undoableUntil: string | null;
  /** How far its undo has come; null while nobody asked for it. */
  undo: UndoProgressView | null;
}

/** Why a row is not taken over. */
export class ImportIssueView {
  line: number;
  fate: 'error' | 'duplicate';
  column: string;
  value: string;
  code: string;
  /** In the language of whoever asks. */
  reason: string;
}

/** A part of the issues of an import. */
export class ImportIssuePageView {
  items: ImportIssueView[];
  next: string | null;
}

/** A word that a target can take. */
export class ImportWordView {
  /** What a mapping writes: the key, or a person's e-mail address. */
  word: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  names: Record<string, string>;
}

/** Something that a column can fill. */
export class ImportTargetView {
  key: string;
  /** How its cells are read: text, day, moment, number, word … */
  reading: string;
  isRequired: boolean;
  /** Several columns may fill it. */
  isMany: boolean;
  /** Names of a custom field; empty for what the product itself knows. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  names: Record<string, string>;

  /** The words it can take; empty where anything can stand. */
  words: ImportWordView[];
}

/** Everything that columns of such a file can fill. */
export class ImportTargetsView {
  items: ImportTargetView[];
}
