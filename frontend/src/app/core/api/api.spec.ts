import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { aSession, api, provideTesting, ready, settle } from '../../../testing';
import { Api } from './api';
import { newIdempotencyKey } from './idempotency-key';
import { Problem } from './problem';
import { SessionExpiry } from './session-expiry';

const caught = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

describe('the API client', () => {
  let client: Api;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    await ready();
    client = TestBed.inject(Api);
  });
  afterEach(() => { api().verify(); });

  test('fills the path, encoded', async () => {
    const answer = client.get('/api/invitations/{token}', { path: { token: 'a/b c' } });
    api().expectOne('/api/invitations/a%2Fb%20c').flush({ name: 'Lin Fang' });
    expect(await answer).toEqual({ name: 'Lin Fang' });
  });

  test('gives every POST a key of its own, or the one of its draft', async () => {
    const body = { email: 'a@example.com', password: 'x' };
    const posts = [client.post('/api/session', { body }), client.post('/api/session', { body }), client.post('/api/session', { body, idempotencyKey: 'draft-7' })];
    const sent = api().match('/api/session');
    const keys = sent.map(({ request }) => request.headers.get('Idempotency-Key'));
    expect(keys[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(keys[0]).not.toBe(keys[1]);
    expect(keys[2]).toBe('draft-7');
    sent.forEach((one) => { one.flush(aSession()); });
    await Promise.all(posts);
  });

  test('sends the version it read as If-Match', async () => {
    const answer = client.post('/api/session', { body: { email: '', password: '' }, version: 3 });
    const call = api().expectOne('/api/session');
    expect(call.request.headers.get('If-Match')).toBe('"3"');
    call.flush(aSession());
    await answer;
  });

  test('turns an RFC 9457 answer into a problem with its fields', async () => {
    const answer = caught(client.post('/api/setup', { body: { code: '', name: '', email: '', password: '', organisationName: '', timeZone: '', language: 'en' } }));
    api().expectOne('/api/setup').flush({ code: 'invalid_input', errors: [{ field: 'name', code: 'too_long', params: { max: 80 } }] }, { status: 422, statusText: 'Unprocessable' });
    expect(await answer).toMatchObject({ status: 422, code: 'invalid_input', fields: [{ field: 'name', code: 'too_long', params: { max: 80 } }], isTemporary: false });
  });

  test('calls a lost connection offline, and an answer without a body by its status', async () => {
    const lost = caught(client.get('/api/setup'));
    api().expectOne('/api/setup').error(new ProgressEvent('error'));
    expect(await lost).toMatchObject({ code: 'offline', isTemporary: true });
    const busy = caught(client.get('/api/setup'));
    api().expectOne('/api/setup').flush('<html>', { status: 503, statusText: 'Busy', headers: { 'Retry-After': '7' } });
    expect(await busy).toMatchObject({ code: 'unavailable', params: { retryAfterSeconds: 7 } });
  });

  test('holds a call whose session expired and repeats it unchanged once the person is back', async () => {
    const answer = client.delete('/api/session');
    api().expectOne('/api/session').flush(null, { status: 401, statusText: 'Unauthorized' });
    await settle();
    const expiry = TestBed.inject(SessionExpiry);
    expect(expiry.isAsking()).toBe(true);
    expiry.settle(true);
    await settle();
    api().expectOne('/api/session').flush(null, { status: 204, statusText: 'No Content' });
    await expect(answer).resolves.toBeNull();
    expect(expiry.isAsking()).toBe(false);
  });

  test('asks once for several held calls, and fails them all when the person gives up', async () => {
    const answers = [caught(client.delete('/api/session')), caught(client.delete('/api/session'))];
    api().match('/api/session').forEach((one) => { one.flush(null, { status: 401, statusText: 'Unauthorized' }); });
    await settle();
    TestBed.inject(SessionExpiry).settle(false);
    for (const answer of answers) expect(await answer).toMatchObject({ status: 401, code: 'sign_in_required' });
  });

  test('takes a 401 of the sign-in as an answer', async () => {
    const answer = caught(client.post('/api/session', { body: { email: '', password: '' } }));
    api().expectOne('/api/session').flush({ code: 'wrong_credentials' }, { status: 401, statusText: 'Unauthorized' });
    expect(await answer).toBeInstanceOf(Problem);
    expect(TestBed.inject(SessionExpiry).isAsking()).toBe(false);
  });
});

describe('a resource', () => {
  @Component({ template: '' })
  class Page {
    readonly token = signal<string | undefined>('one');
    readonly live = signal(0);
    readonly invitation = inject(Api).resource('/api/invitations/{token}', () => { const token = this.token(); return token === undefined ? undefined : { path: { token } }; });
    readonly session = inject(Api).resource('/api/session', () => (this.live() ? {} : undefined), { followWrites: true });
  }
  const open = async (): Promise<Page> => {
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    await ready();
    const page = TestBed.createComponent(Page).componentInstance;
    await settle();
    return page;
  };
  const answer = (url: string, name: string): void => { api().expectOne(url).flush({ name, email: '', organisationName: '' }); };

  test('keeps its value while the same thing loads again, and drops it when another is asked for', async () => {
    const { invitation, token } = await open();
    expect([invitation.value(), invitation.isLoading()]).toEqual([undefined, true]);
    answer('/api/invitations/one', 'Lin');
    await settle();
    expect(invitation.value()?.name).toBe('Lin');
    invitation.reload();
    await settle();
    expect([invitation.value()?.name, invitation.isLoading()]).toEqual(['Lin', true]);
    answer('/api/invitations/one', 'Lin Fang');
    await settle();
    expect(invitation.value()?.name).toBe('Lin Fang');
    token.set('two');
    await settle();
    expect(invitation.value()).toBeUndefined();
    answer('/api/invitations/two', 'Wang');
  });

  test('keeps its value when a reload fails, with the problem beside it', async () => {
    const { invitation } = await open();
    answer('/api/invitations/one', 'Lin');
    await settle();
    invitation.reload();
    await settle();
    api().expectOne('/api/invitations/one').flush(null, { status: 500, statusText: 'Oops' });
    await settle();
    expect([invitation.value()?.name, invitation.problem()?.code]).toEqual(['Lin', 'server_error']);
  });

  test('asks nothing without a request, and again after a write when it follows writes', async () => {
    const page = await open();
    page.live.set(1);
    await settle();
    api().expectOne('/api/session').flush(aSession());
    await settle();
    const write = TestBed.inject(Api).delete('/api/session');
    api().expectOne({ method: 'DELETE', url: '/api/session' }).flush(null, { status: 204, statusText: '' });
    await write;
    await settle();
    api().expectOne({ method: 'GET', url: '/api/session' }).flush(aSession());
  });
});

test('idempotency keys do not need a secure context', () => {
  expect(new Set(Array.from({ length: 100 }, newIdempotencyKey)).size).toBe(100);
});
