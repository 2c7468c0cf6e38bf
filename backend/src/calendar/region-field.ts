import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Check } from '../platform/http/field-check.ts';
import { ValidateIf } from 'class-validator';

const FORM = /^[\p{Letter}\p{Number}](?:[\p{Letter}\p{Number} .-]{0,18}[\p{Letter}\p{Number}])?$/u;

/** The key of a region: an ISO 3166 code such as `CN` or `HK`, or a word of the organisation's own, at most 20 characters; empty means no region. Latin letters become capitals. */
export const RegionField = ({ optional = false, nullable = false }: { optional?: boolean; nullable?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().normalize('NFC').toUpperCase() : value)),
    ValidateIf((_object, value) => !(optional && value === undefined) && !(nullable && value === null)),
    Check('isRegion', (value) => value === '' || (typeof value === 'string' && FORM.test(value)), 'bad_region'),
    ApiProperty({ type: 'string', maxLength: 20, required: !optional, nullable }),
  );
