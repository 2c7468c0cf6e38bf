import { ApiProperty } from '@nestjs/swagger';
import { Flag, Text } from '../../platform/http/fields.ts';
import { RegionQuery } from '../calendar.dto.ts';
import type { SkipReason } from './calendar-file.ts';

const STATES = ['new', 'changed', 'unchanged', 'kept', 'skipped'] as const;
const REASONS: readonly SkipReason[] = ['not_all_day', 'bad_date', 'no_name', 'too_long', 'repeats', 'cancelled', 'out_of_range', 'twice'];

/** A calendar file and whose days it names. */
export class ReadCalendarFile extends RegionQuery {
  /** The text of an .ics file. */
  @Text({ max: 500_000 })
  text: string;

  /** Days that were entered by hand are overwritten too. */
  @Flag({ optional: true })
  replacesManual?: boolean;
}

/** What becomes of one entry of the file. */
export class CalendarFileRowView {
  name: string;
  day: string | null;
  @ApiProperty({ type: 'string', enum: ['holiday', 'working'], nullable: true })
  kind: 'holiday' | 'working' | null;
  /** `kept`: a day entered by hand stands there and stays. */
  @ApiProperty({ type: 'string', enum: [...STATES] })
  state: (typeof STATES)[number];
  @ApiProperty({ type: 'string', enum: [...REASONS], nullable: true })
  reason: SkipReason | null;
}

/** Every entry of the file with its result, in the order of days. */
export class CalendarFileView {
  rows: CalendarFileRowView[];
  /** Days that are written: new and changed ones. */
  written: number;
}
