import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsObject, ValidateIf } from 'class-validator';
const VALUE = { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] };
/** Values of custom fields by field key; null clears one. Checked against the field definitions by the use case. */
export const FieldValuesInput = () => applyDecorators(ValidateIf((_object, value) => value !== undefined), IsObject({ context: { code: 'bad_value' } }), ApiProperty({ selfRequired: false, type: 'object', additionalProperties: { ...VALUE, nullable: true } }));
/** Values of custom fields by field key. */
export const FieldValuesView = () => ApiProperty({ type: 'object', additionalProperties: VALUE });
