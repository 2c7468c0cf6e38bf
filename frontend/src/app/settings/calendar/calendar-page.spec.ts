import { TestBed } from '@angular/core/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MatButtonHarness } from '@angular/material/button/testing';
import { Router, provideRouter } from '@angular/router';
import { aSession, api, provideTesting, ready, settle } from '../../../testing';
import { CalendarPage } from './calendar-page';
import { calendarTexts } from './texts';

const DAY = { shifts: [{ from: '09:00', until: '18:00' }] };
const OFF = { shifts: [] };
const SEVEN = [DAY, DAY, DAY, DAY, DAY, OFF, OFF];
const HOURS = { week: null, region: null, inheritedWeek: SEVEN, inheritedRegion: '', weekFrom: { level: 'default', name: '' }, regionFrom: { level: 'default', name: '' }, canChange: true, version: 0 };
const WEEK = { workingWeekdays: [1, 2, 3, 4, 5], weekStartsOn: 1, week: SEVEN, opensAt: '09:00', closesAt: '18:00', timeZone: 'Asia/Shanghai' };
const DAYS = [{ day: '2027-01-01', kind: 'holiday', name: 'New Year’s Day', isManual: false, region: '' }, { day: '2027-01-04', kind: 'holiday', name: 'Ours', isManual: true, region: '' }];

describe('the working calendar of Settings', () => {
  async function open(official: object, days: object[] = DAYS, region = '') {
    TestBed.configureTestingModule({ providers: [provideTesting({ calendar: calendarTexts }), provideRouter([{ path: '**', component: CalendarPage }])] });
    await ready(aSession({ rights: ['settings.manage'] }));
    await TestBed.inject(Router).navigateByUrl(`/settings/calendar?year=2027${region && `&region=${region}`}`);
    const fixture = TestBed.createComponent(CalendarPage);
    await settle();
    api().expectOne(`/api/calendar/2027${region && `?region=${region}`}`).flush({ year: 2027, region, regions: ['HK'], week: WEEK, days, official });
    for (const url of ['/api/people', '/api/teams']) api().expectOne(url).flush({ items: [] });
    api().expectOne('/api/working-hours/organisation').flush(HOURS);
    api().expectOne('/api/working-hours').flush({ items: [{ level: 'team', id: 'n', name: 'North', week: SEVEN.map((_, i) => (i === 0 ? { shifts: [{ from: '09:00', until: '12:00' }, { from: '13:00', until: '18:00' }] } : OFF)), region: 'HK' }] });
    await settle();
    return { page: fixture.nativeElement as HTMLElement, loader: TestbedHarnessEnvironment.documentRootLoader(fixture) };
  }
  const day = (page: HTMLElement, date: string): HTMLElement => page.querySelector(`[data-day="${date}"]`) as HTMLElement;
  /** Dialogs leave with an animation. */
  const sheetClosed = async (): Promise<void> => { await new Promise((resolve) => setTimeout(resolve, 300)); await settle(); };
  const type = (selector: string, text: string): void => {
    const input = document.querySelector(selector) as HTMLInputElement;
    input.value = text;
    input.dispatchEvent(new Event('input'));
  };
  const give = (file: object): void => {
    const input = document.querySelector('t-calendar-file-sheet input[type=file]') as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: [file] });
    input.dispatchEvent(new Event('change'));
  };
  const drop = (file: object): void => { document.querySelector('t-calendar-file-sheet label')?.dispatchEvent(Object.assign(new Event('drop'), { dataTransfer: { files: [file] } })); };
  afterEach(() => { document.body.querySelectorAll('.cdk-overlay-container').forEach((node) => { node.remove(); }); });

  test('says plainly that the notice of a year is not part of this version, and how to add its days', async () => {
    const { page } = await open({ region: 'CN', shipped: 'statutory', loaded: 'statutory' });
    expect(page.textContent).toContain('The State Council’s arrangement for 2027 is not part of this version');
    expect(page.textContent).toContain('paste them as a list');
  });

  test('shows each day with its kind in words; Tab reaches one, arrow keys the others', async () => {
    const { page } = await open({ region: 'CN', shipped: 'statutory', loaded: 'statutory' });
    expect(day(page, '2027-01-01').getAttribute('aria-label')).toMatch(/^1 Off, Friday, .*2027: off, New Year’s Day$/);
    expect(day(page, '2027-01-02').getAttribute('aria-label')).toMatch(/^Saturday, .*2027: closed$/);
    expect(page.querySelectorAll('[data-day][tabindex="0"]')).toHaveLength(1);
    day(page, '2027-01-01').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await settle();
    expect(day(page, '2027-01-08').tabIndex).toBe(0);
  });

  test('makes a day a holiday', async () => {
    const { page, loader } = await open({ region: 'CN', shipped: 'statutory', loaded: 'statutory' });
    day(page, '2027-02-09').click();
    await settle();
    type('t-day-sheet input[formControlName=name]', 'Spring Festival');
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Save' }))).click();
    await settle();
    const call = api().expectOne('/api/calendar/days/2027-02-09');
    expect([call.request.method, call.request.body]).toEqual(['PUT', { kind: 'holiday', name: 'Spring Festival' }]);
  });

  test('enters a pasted list, but not while a line can not be read', async () => {
    const { loader } = await open({ region: 'CN', shipped: 'statutory', loaded: 'statutory' });
    await (await loader.getHarness(MatButtonHarness.with({ text: /Paste days/ }))).click();
    await settle();
    const save = await loader.getHarness(MatButtonHarness.with({ text: 'Enter them' }));
    type('t-paste-sheet textarea', '2027-02-09,holiday,Spring Festival\nnonsense 1');
    await settle();
    expect([await save.isDisabled(), document.querySelector('t-paste-sheet .bad')?.textContent]).toEqual([true, 'Can not be read: line 2']);
    type('t-paste-sheet textarea', '2027-02-09,holiday,Spring Festival');
    await settle();
    await save.click();
    await settle();
    expect(api().expectOne('/api/calendar/days').request.body).toEqual({ days: [{ day: '2027-02-09', kind: 'holiday', name: 'Spring Festival' }] });
  });

  test('loads the official calendar and asks before it replaces days entered by hand', async () => {
    const { loader } = await open({ region: 'CN', shipped: 'arrangement', loaded: 'none' });
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Load' }))).click();
    await settle();
    expect(document.body.textContent).toContain('Replace 1 day that was entered by hand too?');
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Cancel' }))).click();
    await sheetClosed();
    expect(api().expectOne('/api/calendar/official').request.body).toEqual({ region: 'CN', year: 2027, replacesManual: false });
  });

  test('tells the hours of the organisation, and of teams with their own', async () => {
    const { page } = await open({ region: 'CN', shipped: 'arrangement', loaded: 'none' });
    const panel = page.querySelector('t-hours-panel')?.textContent ?? '';
    expect(panel).toContain('Mon Tue Wed Thu Fri 09:00–18:00');
    expect(panel).toContain('Mon 09:00–12:00, 13:00–18:00 · holidays: HK');
  });

  test('edits the days of a region, and leaves to the organisation what is its own', async () => {
    const { page, loader } = await open({ region: null, shipped: 'arrangement', loaded: 'none' }, [{ day: '2027-01-01', kind: 'holiday', name: 'Ours', isManual: true, region: '' }], 'HK');
    expect(page.textContent).toContain('Days of the region HK');
    day(page, '2027-01-01').click();
    await settle();
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Save' }))).click();
    await settle();
    expect(api().expectOne('/api/calendar/days/2027-01-01?region=HK').request.method).toBe('PUT');
  });

  test('shows what a file would do before it enters the days', async () => {
    const { loader } = await open({ region: 'CN', shipped: 'arrangement', loaded: 'none' });
    await (await loader.getHarness(MatButtonHarness.with({ text: /Read a file/ }))).click();
    await settle();
    give({ name: 'days.ics', size: 15, text: () => Promise.resolve('BEGIN:VCALENDAR') });
    await settle();
    expect(document.querySelector('t-calendar-file-sheet .pick')?.textContent).toBe('Reading the file …');
    await settle();
    const rows = [{ name: 'Christmas', day: '2027-12-25', kind: 'holiday', state: 'new', reason: null }, { name: 'Gym', day: null, kind: null, state: 'skipped', reason: 'repeats' }];
    api().expectOne('/api/calendar-files/preview').flush({ rows, written: 1 });
    await settle();
    // The page behind reads again, as after every call that may have written.
    api().match('/api/calendar/2027').forEach((call) => { call.flush({ year: 2027, region: '', regions: [], week: WEEK, days: [], official: { region: 'CN', shipped: 'arrangement', loaded: 'none' } }); });
    api().match('/api/working-hours/organisation').forEach((call) => { call.flush(HOURS); });
    api().match('/api/working-hours').forEach((call) => { call.flush({ items: [] }); });
    await settle();
    expect(document.querySelector('t-calendar-file-sheet .pick')?.textContent).toBe('days.ics');
    expect(document.querySelector('t-calendar-file-sheet table')?.textContent).toContain('repeats other than yearly');
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Enter 1 day' }))).click();
    await settle();
    expect(api().expectOne('/api/calendar-files').request.body).toEqual({ text: 'BEGIN:VCALENDAR', replacesManual: false });
  });

  test('takes a file that is dropped, and says beside it why one is refused', async () => {
    const { loader } = await open({ region: 'CN', shipped: 'arrangement', loaded: 'none' });
    await (await loader.getHarness(MatButtonHarness.with({ text: /Read a file/ }))).click();
    await settle();
    const refusal = (): string | undefined => document.querySelector('t-calendar-file-sheet [role=alert]')?.textContent;
    drop({ name: 'photo.jpg', size: 4_000_000, text: () => Promise.reject(new Error('not read')) });
    await settle();
    expect([document.querySelector('t-calendar-file-sheet .pick')?.textContent, refusal()]).toEqual(['photo.jpg', 'This file is too big: up to 500 kB are read.']);
    drop({ name: 'notes.txt', size: 5, text: () => Promise.resolve('Hello') });
    await settle();
    api().expectOne('/api/calendar-files/preview').flush({ status: 422, code: 'invalid', errors: [{ field: 'text', code: 'not_a_calendar' }] }, { status: 422, statusText: '' });
    await settle();
    expect([document.querySelector('t-calendar-file-sheet .pick')?.textContent, refusal()]).toEqual(['notes.txt', 'This is no calendar file (.ics)']);
  });
});
