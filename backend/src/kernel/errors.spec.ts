import {
  Refusal, conflict, forbidden, gone, invalid, invalidFields, malformed, notFound, preconditionRequired, stale, tooLarge, tooMany, unauthenticated, unavailable,
} from './errors.ts';

describe('a refusal', () => {
  it('is an error that knows its code, status, fields and parameters', () => {
    const refusal = new Refusal('plan_is_closed', 409);
    expect(refusal).toBeInstanceOf(Error);
    expect({ ...refusal }).toEqual({ code: 'plan_is_closed', status: 409, fields: [], params: {}, name: 'Refusal' });
    expect([refusal.message, refusal.name, String(refusal)]).toEqual(['plan_is_closed', 'Refusal', 'Refusal: plan_is_closed']);
  });

  it.each<[Refusal, string, number]>([
    [malformed(), 'malformed_request', 400], [malformed('bad_json'), 'bad_json', 400], [unauthenticated(), 'sign_in_required', 401], [unauthenticated('wrong_password'), 'wrong_password', 401],
    [forbidden(), 'not_allowed', 403], [forbidden('needs_reason'), 'needs_reason', 403], [notFound(), 'not_found', 404], [notFound('no_such_page'), 'no_such_page', 404],
    [conflict('one_open_step_per_plan_item'), 'one_open_step_per_plan_item', 409], [gone(), 'gone', 410], [gone('link_was_used'), 'link_was_used', 410],
    [stale(), 'changed_meanwhile', 412], [stale('old_version'), 'old_version', 412], [tooLarge(), 'too_large', 413], [tooLarge('file_too_large', { megabytes: 20 }), 'file_too_large', 413],
    [preconditionRequired(), 'version_required', 428], [preconditionRequired('key_required'), 'key_required', 428], [tooMany(30), 'too_many_attempts', 429], [tooMany(30, 'slow_down'), 'slow_down', 429],
    [unavailable(), 'unavailable', 503], [unavailable('database_is_down'), 'database_is_down', 503],
  ])('%s', (refusal, code, status) => expect([refusal.code, refusal.status]).toEqual([code, status]));

  it('points at the fields that are wrong', () => {
    expect(invalid('name', 'too_long', { max: 200 })).toMatchObject({ code: 'invalid_input', status: 422, fields: [{ field: 'name', code: 'too_long', params: { max: 200 } }] });
    expect(invalid('name', 'required').fields).toEqual([{ field: 'name', code: 'required' }]);
    expect(invalidFields([{ field: 'a', code: 'x' }, { field: 'b', code: 'y' }]).fields).toHaveLength(2);
  });

  it('carries what its sentence needs', () => {
    expect(tooMany(30).params).toEqual({ retryAfterSeconds: 30 });
    expect(conflict('in_use', { count: 3 }).params).toEqual({ count: 3 });
  });
});
