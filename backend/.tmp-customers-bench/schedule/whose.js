import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
const FORM = /^(?:me|(person|team):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))$/;
/** A query field of the form `me`, `person:<id>` or `team:<id>`. */
export const WhoseField = () => applyDecorators(Matches(FORM, { context: { code: 'bad_value' } }), ApiProperty({ type: 'string', pattern: FORM.source, example: 'me' }));
/** Reads what {@link WhoseField} has let through. */
export function whoseOf(text) {
    const [, kind, id] = FORM.exec(text) ?? [];
    return (kind === 'person' || kind === 'team') && id ? { kind, id } : { kind: 'me' };
}
