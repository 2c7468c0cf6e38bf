import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsString, MaxLength, isUUID } from 'class-validator';
import { Check } from '../../platform/http/field-check.ts';

const says = (code: string, params?: Record<string, unknown>) => ({ context: { code, params } });

/** Values to filter by, any of them; the parameter is repeated, so that a value may hold a comma. */
export const AnyOf = ({ max = 100, length }: { max?: number; length: number }): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => repeated(value).map((text) => (typeof text === 'string' ? text.trim().normalize('NFC') : text))),
    IsOptional(), IsArray(says('must_be_a_list')), ArrayMaxSize(max, says('too_many', { max })), ArrayUnique(says('twice')),
    IsString({ each: true, ...says('must_be_text') }), MaxLength(length, { each: true, ...says('too_long', { max: length }) }),
    Check('isPlainList', (value) => Array.isArray(value) && !value.includes('') && !value.join('').includes('\0'), 'bad_value'),
    ApiProperty({ required: false, type: 'array', maxItems: max, items: { type: 'string', maxLength: length } }),
  );

/** Identifiers to filter by, any of them; `none` stands for records without one. */
export const IdsOrNone = ({ max = 100 }: { max?: number } = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => repeated(value).flatMap((text) => (typeof text === 'string' ? text.split(',') : [text]))),
    IsOptional(), IsArray(says('must_be_a_list')), ArrayMaxSize(max, says('too_many', { max })), ArrayUnique(says('twice')),
    Check('areIdsOrNone', (value) => Array.isArray(value) && value.every((item) => item === 'none' || isUUID(item)), 'bad_value'),
    ApiProperty({ required: false, type: 'array', maxItems: max, items: { type: 'string' } }),
  );

const repeated = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]);
