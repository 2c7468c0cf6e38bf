import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { PERIOD_NAMES, type PeriodName } from '../kernel/index.ts';
import { Day, Flag, OneOf, Text, Texts, Whole } from '../platform/http/fields.ts';

const LONGEST_VALUE = 300;

/** From when a cohort counts: the first communication, or the day the customer was first known. */
export const ORIGINS = ['first_communication', 'creation'] as const;
export type Origin = (typeof ORIGINS)[number];

/** Within how many days of its origin a customer must convert; `none` is without limit. */
export const DAYS = ['30', '90', '180', '365', 'none'] as const;

/** Texts that may hold commas: the parameter is given once for each of them. */
const Repeated = (max: number): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value)),
    IsOptional(), IsArray({ context: { code: 'must_be_a_list' } }), ArrayMaxSize(max, { context: { code: 'too_many', params: { max } } }),
    IsString({ each: true, context: { code: 'must_be_text' } }), MaxLength(LONGEST_VALUE, { each: true, context: { code: 'too_long', params: { max: LONGEST_VALUE } } }),
    ApiProperty({ required: false, type: 'array', maxItems: max, items: { type: 'string', maxLength: LONGEST_VALUE } }),
  );

/** A question to a report. */
export class ReportInput {
  /** A named period; the last twelve months when neither it nor days are given. */
  @OneOf(PERIOD_NAMES, { optional: true })
  period?: PeriodName;

  /** First day. */
  @Day({ optional: true })
  from?: string;

  /** The day after the last one. */
  @Day({ optional: true })
  until?: string;

  /** Dimensions in order, such as `person,channel,week`; `none` gives the total alone. */
  @Texts({ length: 60, optional: true })
  by?: string[];

  /** From when a cohort counts. */
  @OneOf(ORIGINS, { optional: true })
  origin?: Origin;

  /** Within how many days a customer of the cohort must convert. */
  @OneOf(DAYS, { optional: true })
  days?: (typeof DAYS)[number];

  /** `dimension:value`, once per value; an empty value is "not recorded". Values of one dimension widen, dimensions narrow. */
  @Repeated(100)
  filter?: string[];

  /** Whether to compare with the period of equal length just before. */
  @Flag({ optional: true })
  compare?: boolean;
}

/** A question to a report, and which of its numbers to open. */
export class RowsInput extends ReportInput {
  /** The column whose number is opened. */
  @Text({ max: 40 })
  column: string;

  /** The row: `dimension:value` for each of its dimensions; an empty value is "not recorded". None at all opens the total. */
  @Repeated(3)
  bucket?: string[];
}

/** One page of the rows behind a number. */
export class RowsPageInput extends RowsInput {
  @Whole({ min: 1, max: 200, optional: true })
  limit?: number;

  @Text({ max: 2_000, optional: true })
  cursor?: string;
}

/** Which values a filter offers. */
export class ValuesInput {
  /** Only values that hold this text. */
  @Text({ max: 100, min: 0, optional: true })
  text?: string;
}
