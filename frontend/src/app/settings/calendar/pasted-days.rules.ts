import { LocalDate, isLocalDate } from '../../core/format';

/** What a day is. */
export type DayKind = 'holiday' | 'working';

/** A day read from a line of text. */
export interface PastedDay { day: LocalDate; kind: DayKind; name: string }

/** What a pasted text says, and the numbers of the lines (from 1) that could not be read. */
export interface Pasted { days: PastedDay[]; badLines: number[] }

const MAX_NAME = 80;
const SEPARATOR = /[,;\t，；]/;
const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const KINDS: Readonly<Record<string, DayKind>> = {
  holiday: 'holiday', off: 'holiday', 休: 'holiday', 放假: 'holiday', 假: 'holiday', working: 'working', workday: 'working', work: 'working', 班: 'working', 上班: 'working',
};

/** Reads lines of day, kind and name, as a spreadsheet or an announcement gives them; a heading and empty lines are skipped, of a day that comes twice the last line counts. */
export function readPasted(text: string): Pasted {
  const days = new Map<LocalDate, PastedDay>();
  const badLines: number[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (!line.trim() || (index === 0 && !/\d/.test(line))) return;
    const read = readLine(line);
    if (read) days.set(read.day, read);
    else badLines.push(index + 1);
  });
  return { days: [...days.values()], badLines };
}

function readLine(line: string): PastedDay | undefined {
  const [date = '', word = '', ...rest] = line.split(SEPARATOR).map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
  const day = readDate(date);
  const kind = KINDS[word.toLowerCase()];
  const name = rest.join(' ').trim();
  return day && kind && name && name.length <= MAX_NAME ? { day, kind, name } : undefined;
}

function readDate(text: string): LocalDate | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
}
