import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsEmail, IsIn, IsInt, IsISO8601, IsNumber, IsObject, IsOptional, IsString, IsUUID,
  Matches, Max, MaxLength, Min, MinLength, ValidateIf, ValidateNested, type ValidationOptions,
} from 'class-validator';
import { LANGUAGES, isLocalDate, isTimeZone } from '../../kernel/index.ts';
import { Check } from './field-check.ts';

/** Common to every input field: `optional` may be left out, `nullable` may be null (which clears it). */
export interface FieldOptions {
  optional?: boolean;
  nullable?: boolean;
}

const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
// Half of a surrogate pair, which the database could only replace.
const HALF = /\p{Surrogate}/u;
// Blanks, marks without a form of their own (zero-width, direction), and the fillers that are letters by name only.
const UNSEEN = /^[\s\p{Cf}\u034F\u115F\u1160\u2800\u3164\uFFA0\p{Variation_Selector}]*$/u;

const trimmed = (text: string): string => (UNSEEN.test(text) ? '' : text.trim().normalize('NFC'));

/** A validation option that carries the refusal code the person's language is looked up with. */
const says = (code: string, params?: Record<string, unknown>, each = false): ValidationOptions => ({ each, context: { code, params } });

const presence = ({ optional, nullable }: FieldOptions): PropertyDecorator[] => {
  if (optional && nullable) return [IsOptional()];
  if (optional) return [ValidateIf((_object, value) => value !== undefined)];
  if (nullable) return [ValidateIf((_object, value) => value !== null)];
  return [];
};

const described = (options: FieldOptions, schema: Record<string, unknown>): PropertyDecorator =>
  ApiProperty({ required: !options.optional, nullable: options.nullable ?? false, ...schema });

/** A text of at most `max` characters; trimmed, Unicode NFC, no control characters, nothing where nothing can be seen. Empty only with `min: 0`. */
export const Text = ({ max, min = 1, ...options }: { max: number; min?: number } & FieldOptions): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? trimmed(value) : value)),
    ...presence(options),
    IsString(says('must_be_text')),
    MinLength(min, says(min === 1 ? 'required' : 'too_short', { min })),
    MaxLength(max, says('too_long', { max })),
    Check('isPlainText', (value) => typeof value === 'string' && !CONTROL.test(value) && !HALF.test(value), 'bad_characters'),
    described(options, { type: 'string', maxLength: max, ...(min ? { minLength: min } : {}) }),
  );

/** A secret: neither trimmed nor normalised. */
export const Secret = ({ min, max }: { min: number; max: number }): PropertyDecorator =>
  applyDecorators(
    IsString(says('required')),
    MinLength(min, says('too_short', { min })),
    MaxLength(max, says('too_long', { max })),
    described({}, { type: 'string', minLength: min, maxLength: max }),
  );

/** The identifier of a record. */
export const Id = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(...presence(options), IsUUID('all', says('required')), described(options, { type: 'string', format: 'uuid' }));

/** Identifiers, each once. */
export const Ids = ({ max = 100, ...options }: { max?: number } & FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value)),
    ...presence(options), IsArray(says('must_be_a_list')), ArrayMaxSize(max, says('too_many', { max })), ArrayUnique(says('twice')), IsUUID('all', says('bad_value', {}, true)),
    described(options, { type: 'array', maxItems: max, items: { type: 'string', format: 'uuid' } }),
  );

/** Texts, each once. A query string gives them comma-separated. */
export const Texts = ({ max = 50, length, ...options }: { max?: number; length: number } & FieldOptions): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => listOf(value)),
    ...presence(options), IsArray(says('must_be_a_list')), ArrayMaxSize(max, says('too_many', { max })), ArrayUnique(says('twice')),
    IsString(says('must_be_text', {}, true)), MinLength(1, says('required', {}, true)), MaxLength(length, says('too_long', { max: length }, true)),
    described(options, { type: 'array', maxItems: max, items: { type: 'string', maxLength: length } }),
  );

const listOf = (value: unknown): unknown => {
  const list: unknown = typeof value === 'string' ? value.split(',') : value;
  return Array.isArray(list) ? list.map((item: unknown) => (typeof item === 'string' ? item.trim().normalize('NFC') : item)) : list;
};

/** One of a fixed set of words. */
export const OneOf = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(...presence(options), IsIn(values, says('required')), described(options, { type: 'string', enum: [...values] }));

/** Several of a fixed set of words. */
export const SomeOf = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => listOf(value)),
    ...presence(options), IsArray(says('must_be_a_list')), ArrayMaxSize(values.length, says('too_many', { max: values.length })), ArrayUnique(says('twice')), IsIn(values, says('bad_value', {}, true)),
    described(options, { type: 'array', items: { type: 'string', enum: [...values] } }),
  );

/** A whole number between `min` and `max`. */
export const Whole = ({ min, max, ...options }: { min: number; max: number } & FieldOptions): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value)),
    ...presence(options), IsInt(says('must_be_whole')), Min(min, says('too_small', { min })), Max(max, says('too_large', { max })),
    described(options, { type: 'integer', minimum: min, maximum: max }),
  );

/** Between `least` and `most` whole numbers from `min` to `max`, each once. */
export const Wholes = ({ min, max, least = 0, most, ...options }: { min: number; max: number; least?: number; most: number } & FieldOptions): PropertyDecorator =>
  applyDecorators(
    ...presence(options), IsArray(says('must_be_a_list')), ArrayMinSize(least, says('required')), ArrayMaxSize(most, says('too_many', { max: most })), ArrayUnique(says('twice')),
    IsInt(says('must_be_whole', {}, true)), Min(min, says('too_small', { min }, true)), Max(max, says('too_large', { max }, true)),
    described(options, { type: 'array', minItems: least, maxItems: most, items: { type: 'integer', minimum: min, maximum: max } }),
  );

/** A number with at most two decimals: money. */
export const Money = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    ...presence(options), IsNumber({ maxDecimalPlaces: 2 }, says('must_be_money')), Min(0, says('too_small', { min: 0 })), Max(99_999_999_999_999, says('too_large', { max: 99_999_999_999_999 })),
    described(options, { type: 'number', minimum: 0 }),
  );

/** Yes or no; a query string gives `true` or `false`. */
export const Flag = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    ...presence(options), IsBoolean(says('must_be_yes_or_no')), described(options, { type: 'boolean' }),
  );

/** A local date, YYYY-MM-DD, from year 1900 to 2199. */
export const Day = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(...presence(options), Check('isDay', (value) => isLocalDate(value) && value >= '1900-01-01' && value < '2200-01-01', 'bad_date'), described(options, { type: 'string', format: 'date' }));

/** An instant in ISO 8601 with its offset. */
export const Instant = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    ...presence(options), IsISO8601({ strict: true }, says('bad_time')), Matches(/^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/, says('bad_time')),
    described(options, { type: 'string', format: 'date-time' }),
  );

/** A local time of day, HH:mm. */
export const TimeOfDay = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(...presence(options), Matches(/^([01]\d|2[0-3]):[0-5]\d$/, says('bad_time')), described(options, { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }));

/** An e-mail address, kept in lower case. */
export const Email = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value)),
    ...presence(options), IsEmail({}, says('bad_email')), MaxLength(254, says('too_long', { max: 254 })), described(options, { type: 'string', format: 'email', maxLength: 254 }),
  );

/** An IANA time zone. */
export const Zone = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(...presence(options), Check('isZone', (value) => typeof value === 'string' && isTimeZone(value), 'bad_time_zone'), described(options, { type: 'string', maxLength: 64 }));

/** A language of the product. */
export const LanguageField = (options: FieldOptions = {}): PropertyDecorator => OneOf(LANGUAGES, options);

/** Another input class inside this one, or a list of at most `max` of them. */
export const Nested = (type: () => new () => object, { max, ...options }: { max?: number } & FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    ...presence(options),
    ...(max === undefined ? [IsObject(says('required'))] : [IsArray(says('must_be_a_list')), ArrayMaxSize(max, says('too_many', { max }))]),
    // Swagger recognises a lazy type by the function's name, which the property gives it.
    ValidateNested(max === undefined ? {} : { each: true }), Type(type),
    ApiProperty({ required: !options.optional, nullable: options.nullable ?? false, type: lazily(type), ...(max === undefined ? {} : { isArray: true, maxItems: max }) }),
  );

// Swagger knows a function that answers a class from the class itself by the name `type`.
const lazily = (answer: () => new () => object): (() => new () => object) => ({ type: () => answer() }).type;
