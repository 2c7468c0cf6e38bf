import { emailKeyOf, isTimeZone, digitsOf } from '../../kernel/index.ts';
import type { ImportIssue } from '../import-issue.entity.ts';
import { readMoment, readTimeOfDay } from '../mapping/date-formats.rules.ts';
import type { ColumnMapping } from '../mapping/mapping.rules.ts';
import { readDuration, readNumber } from '../mapping/numbers.rules.ts';
import type { Target, WordList } from '../mapping/targets.ts';
import { type Vocabulary, wordKey } from '../mapping/words.ts';

/** What a cell says, or why it can not be taken over. `tags` are what became of words that are not known. */
export type CellReading = { value: unknown; tags?: readonly string[] } | { issue: Pick<ImportIssue, 'code' | 'params'> };

/** Reads the trimmed, non-empty text of a cell. */
export type CellReader = (text: string) => CellReading;

const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TAG_SEPARATORS = /[,;|，；、]/;
const MAX_TAG = 60;
const YES = new Set('yes y true t 1 x on ja oui si 是 对 對 有 真'.split(' '));
const NO = new Set('no n false f 0 off nein non 否 不 无 無 没有 沒有 假'.split(' '));

const wrong = (code: string, params: ImportIssue['params'] = {}): CellReading => ({ issue: { code, params } });
const found = (value: unknown): CellReading => ({ value });
const orWrong = (value: unknown, code: string): CellReading => (value === null ? wrong(code) : found(value));

/** The reader of a column that fills a target; without a column, of a default given for it. */
export function cellReader(target: Target, given: Omit<ColumnMapping, 'column' | 'to'>, vocabulary: Vocabulary): CellReader {
  const reading = target.reading;
  switch (reading.as) {
    case 'text':
      return (text) => readText(text, reading.max);
    case 'id':
      return (text) => orWrong(ID.test(text) ? text.toLowerCase() : null, 'no_such_customer');
    case 'day':
    case 'moment':
      return (text) => orWrong(readMoment(text, given.format ?? 'YYYY-MM-DD'), 'not_in_date_format');
    case 'time_of_day':
      return (text) => orWrong(readTimeOfDay(text), 'bad_time');
    case 'number':
      return (text) => readNumberCell(text, given.decimal ?? '.', reading);
    case 'duration':
      return (text) => orWrong(readDuration(text), 'not_a_duration');
    case 'zone':
      return (text) => orWrong(isTimeZone(text) ? text : null, 'bad_time_zone');
    case 'email':
      return (text) => orWrong(text.length <= 254 && emailKeyOf(text) ? text : null, 'bad_email');
    case 'phone':
      return (text) => (text.length <= 254 && digitsOf(text) !== '' ? readText(text, 254) : wrong('bad_phone'));
    case 'flag':
      return readFlag;
    case 'tags':
      return (text) => readTags(text, given.separator);
    case 'word':
      return (text) => readWord(text, reading.list, given, vocabulary);
    case 'words':
      return (text) => readWords(text, reading.list, given, vocabulary);
  }
}

function readText(text: string, max: number): CellReading {
  if (text.length > max) return wrong('too_long', { max });
  return CONTROL.test(text) ? wrong('bad_characters') : found(text.replace(/\r\n?/g, '\n'));
}

function readNumberCell(text: string, mark: '.' | ',', { min, max, decimals }: { min?: number; max?: number; decimals?: number }): CellReading {
  const value = readNumber(text, mark);
  if (value === null) return wrong('not_a_number');
  if (min !== undefined && value < min) return wrong('too_small', { min });
  if (max !== undefined && value > max) return wrong('too_large', { max });
  if (decimals === undefined) return found(value);
  return Number(value.toFixed(decimals)) === value ? found(value) : wrong(decimals === 0 ? 'must_be_whole' : 'too_many_decimals', { decimals });
}

function readFlag(text: string): CellReading {
  const key = wordKey(text);
  if (YES.has(key)) return found(true);
  return NO.has(key) ? found(false) : wrong('not_yes_or_no');
}

function readTags(text: string, separator: string | undefined): CellReading {
  const tags = text.split(separator ?? TAG_SEPARATORS).map((tag) => tag.trim()).filter(Boolean);
  if (tags.some((tag) => tag.length > MAX_TAG)) return wrong('too_long', { max: MAX_TAG });
  return tags.some((tag) => CONTROL.test(tag)) ? wrong('bad_characters') : found([...new Set(tags)]);
}

function readWords(text: string, list: WordList, given: Omit<ColumnMapping, 'column' | 'to'>, vocabulary: Vocabulary): CellReading {
  const readings = text.split(given.separator ?? TAG_SEPARATORS).map((part) => part.trim()).filter(Boolean).map((part) => readWord(part, list, given, vocabulary));
  const refused = readings.find((reading) => 'issue' in reading);
  return refused ?? found(readings.flatMap((reading) => ('value' in reading && reading.value !== null ? [reading.value] : [])));
}

/** What a word of the file stands for: as the mapping says, else by key or name. */
function readWord(text: string, list: WordList, given: Omit<ColumnMapping, 'column' | 'to'>, vocabulary: Vocabulary): CellReading {
  const mapped = given.values && Object.hasOwn(given.values, text) ? given.values[text] : undefined;
  if (mapped === '') return found(null);
  const id = vocabulary.words.get(list)?.get(wordKey(mapped ?? text));
  if (id) return found(id);
  if (id === null) return wrong('ambiguous_word');
  if (given.unknown === 'leave_empty') return found(null);
  if (given.unknown === 'tag' && text.length <= MAX_TAG) return { value: null, tags: [text] };
  return wrong(list === 'people' ? 'unknown_person' : 'unknown_word');
}
