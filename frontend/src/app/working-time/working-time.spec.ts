import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import { Sheets } from '../ui/sheets';
import { HandOverSheet } from './hand-over-sheet';
import { HoursSheet } from './hours-sheet';
import { PersonSheet } from './person-sheet';
import { workingTimeTexts } from './texts';

@Component({ selector: 't-nothing', template: '' })
class Nothing {}

const DAY = { shifts: [{ from: '09:00', until: '18:00' }] };
const OFF = { shifts: [] };
const WEEK = [DAY, DAY, DAY, DAY, DAY, OFF, OFF];
const ANNA = { personId: 'anna', name: 'Anna' };
const ITEM = { touchpointId: 't1', customerId: 'c1', customerName: 'Blue Lake', purpose: 'Offer', isPromised: true, fromOn: '2026-03-12', fromAt: null, toOn: '2026-03-17', toAt: null, toOwnerId: 'anna', toOwnerName: 'Anna', conflicts: ['promised'], isSkipped: false };

describe('the sheets of working time', () => {
  const open = async (sheet: typeof HoursSheet | typeof HandOverSheet | typeof PersonSheet, data: object) => {
    TestBed.configureTestingModule({ providers: [provideTesting({ workingTime: workingTimeTexts })] });
    await ready(aSession({ rights: ['contacts.work'] }));
    const fixture = TestBed.createComponent(Nothing);
    void TestBed.inject(Sheets).open(() => Promise.resolve(sheet), { data });
    await settle();
    for (const url of ['/api/people', '/api/teams']) api().match(url).forEach((call) => { call.flush({ items: [] }); });
    await settle();
    const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
    return { press: async (text: string | RegExp) => { await (await loader.getHarness(MatButtonHarness.with({ text }))).click(); await settle(); } };
  };
  const input = (selector: string): HTMLInputElement => document.querySelector(selector) as HTMLInputElement;
  const type = async (field: HTMLInputElement, text: string): Promise<void> => { field.value = text; field.dispatchEvent(new Event('input')); field.dispatchEvent(new Event('change')); await settle(); };
  const pause = async (): Promise<void> => { await new Promise((resolve) => setTimeout(resolve, 300)); await settle(); };
  const words = (): string => document.querySelector('.cdk-overlay-container')?.textContent ?? '';
  afterEach(() => { document.body.querySelectorAll('.cdk-overlay-container').forEach((node) => { node.remove(); }); });

  test('settle hours of one’s own, typed freely', async () => {
    const { press } = await open(HoursSheet, { level: 'person', id: 'anna', name: 'Anna' });
    api().expectOne('/api/working-hours/people/anna').flush({ week: null, region: null, inheritedWeek: WEEK, inheritedRegion: '', weekFrom: { level: 'team', name: 'North' }, regionFrom: { level: 'default', name: '' }, canChange: true, version: 0 });
    await settle();
    expect(words()).toContain('The week of the team North holds now.');
    const fields = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('.days input')];
    expect(fields().map(({ value, disabled }) => `${value} ${disabled}`)[0]).toBe('09:00–18:00 true');
    (document.querySelector('input[type=radio][value=own]') as HTMLInputElement).click();
    await settle();
    await type(fields()[0] as HTMLInputElement, '9-12');
    await type(fields()[4] as HTMLInputElement, '18-9');
    await press('Save');
    api().expectNone({ method: 'PUT' });
    await type(fields()[4] as HTMLInputElement, '');
    await press('Save');
    const call = api().expectOne({ method: 'PUT', url: '/api/working-hours/people/anna' });
    expect(call.request.headers.get('If-Match')).toBe('"0"');
    expect(call.request.body).toEqual({ week: [{ shifts: [{ from: '09:00', until: '12:00' }] }, DAY, DAY, DAY, OFF, OFF, OFF], region: null });
  });

  test('hand over: shows what happens, leaves out what is to stay, then does what was shown', async () => {
    const { press } = await open(HandOverSheet, { ...ANNA, because: 'leaving' });
    (document.querySelector('input[type=radio][value=release]') as HTMLInputElement).click();
    await pause();
    const seen = api().expectOne('/api/reschedulings/preview');
    expect(seen.request.body).toEqual({ personId: 'anna', isAway: false, way: 'release', leftOut: [] });
    seen.flush({ items: [ITEM], total: 2, changed: 2, promised: 1, skipped: 0, crowded: [{ on: '2026-03-16', count: 36, fits: 8 }], expected: 'abc' });
    await settle();
    expect(words()).toContain('2 contacts change.');
    expect(words()).toMatch(/More than the 8 contacts that fit into a day: Mar 16 \(36\)/);
    expect(words()).toContain('1 of them was promised to the customer.');
    (document.querySelector('button[aria-label="Leave the contact with Blue Lake as it is"]') as HTMLElement).click();
    await pause();
    const again = api().expectOne('/api/reschedulings/preview');
    expect(again.request.body).toMatchObject({ leftOut: ['t1'] });
    again.flush({ items: [], total: 1, changed: 1, promised: 0, skipped: 0, crowded: [], expected: 'def' });
    await settle();
    await press('Change 1 contact');
    expect(api().expectOne('/api/reschedulings').request.body).toMatchObject({ personId: 'anna', way: 'release', leftOut: ['t1'], expected: 'def' });
  });

  test('an absence goes from its first to its last day; without a choice contacts are left', async () => {
    const { press } = await open(HandOverSheet, { ...ANNA, because: 'absence' });
    const dates = [...document.querySelectorAll<HTMLInputElement>('t-date-field input')];
    await type(dates[0] as HTMLInputElement, '2026-03-12');
    await type(dates[1] as HTMLInputElement, '2026-03-16');
    await press('Save');
    expect(api().expectOne('/api/absences').request.body).toEqual({ personId: 'anna', from: '2026-03-12', until: '2026-03-17', half: null, kind: 'leave', note: '', handling: null });
  });

  test('shifting to the day of the return is the start, and half a day is for one day', async () => {
    await open(HandOverSheet, { ...ANNA, because: 'absence' });
    await type(input('t-date-field input'), '2026-03-12');
    (document.querySelector('input[type=radio][value=morning]') as HTMLInputElement).click();
    (document.querySelector('input[type=radio][value=shift]') as HTMLInputElement).click();
    await pause();
    expect(api().expectOne('/api/reschedulings/preview').request.body).toEqual({ personId: 'anna', isAway: true, way: 'shift', toOn: '2026-03-13', spreadDays: 1, leftOut: [], from: '2026-03-12', until: '2026-03-13', half: 'morning' });
  });

  test('a person’s absences can be withdrawn and reschedulings taken back', async () => {
    const { press } = await open(PersonSheet, ANNA);
    const answer = (): void => {
      api().match(({ url }) => url.startsWith('/api/absences')).forEach((call) => { call.flush({ items: [{ id: 'a1', personId: 'anna', personName: 'Anna', from: '2026-03-12', until: '2026-03-17', half: null, kind: 'leave', note: '', canWithdraw: true }] }); });
      api().match(({ url, method }) => url === '/api/reschedulings' && method === 'GET').forEach((call) => { call.flush({ items: [{ id: 'r1', personId: 'anna', personName: 'Anna', way: 'shift', reason: '', changed: 3, doneAt: '2026-03-10T02:00:00.000Z', doneByName: 'Lead', reversedAt: null, canReverse: true }] }); });
    };
    answer();
    await settle();
    expect(words()).toContain('3 contacts shifted');
    await press('Take back');
    api().expectOne('/api/reschedulings/r1/reversal').flush({ restored: 2, left: 1 });
    await settle();
    answer();
    await settle();
    expect(document.body.textContent).toContain('2 contacts are as they were, 1 had changed since and stay');
    await press('Withdraw');
    expect(api().expectOne('/api/absences/a1').request.method).toBe('DELETE');
  });
});
