import { TestBed } from '@angular/core/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { Router, provideRouter } from '@angular/router';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import type { Entry } from './entries.rules';
import { SchedulePage } from './schedule-page';
import { scheduleTexts } from './texts';

const anEntry = (given: Partial<Entry> = {}): Entry => ({
  kind: 'touchpoint', id: 't1', version: 4, title: 'Discuss the offer', customerId: 'c1', customerName: 'Blue Lake', ownerId: '1', ownerName: 'Chen Wei', start: '2026-03-04T02:00:00Z', end: null,
  isAllDay: false, state: 'scheduled', channelId: null, place: null, note: 'Ask about the budget', isPromised: true, isOverdue: false, canMove: true, ...given,
});
const WEEK = { workingWeekdays: [1, 2, 3, 4, 5], weekStartsOn: 1, opensAt: '09:00', closesAt: '18:00', timeZone: 'Asia/Shanghai' };

describe('the schedule page', () => {
  async function open(entries: Entry[], { people = [] as { id: string; name: string }[], days = [] as object[] } = {}) {
    TestBed.configureTestingModule({ providers: [provideTesting({ schedule: scheduleTexts }), provideRouter([{ path: '**', component: SchedulePage }])] });
    await ready(aSession({ rights: ['contacts.work'] }));
    await TestBed.inject(Router).navigateByUrl('/schedule?view=agenda&date=2026-03-04');
    const fixture = TestBed.createComponent(SchedulePage);
    await settle();
    api().expectOne('/api/schedule/calendars').flush({ people, teams: [] });
    answer(entries, days);
    api().match('/api/vocabulary').forEach((call) => { call.flush({ channels: [], dispositions: [], outcomes: [], stages: [], tiers: [], fields: [] }); });
    await settle();
    const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
    return { fixture, page: fixture.nativeElement as HTMLElement, loader };
  }
  const answer = (entries: Entry[], days: object[] = []): void => {
    const call = api().expectOne(({ url }) => url === '/api/schedule');
    expect(call.request.params.toString()).toContain('from=2026-03-04&until=2026-03-18');
    call.flush({ from: '2026-03-04', until: '2026-03-18', timeZone: 'Asia/Shanghai', week: WEEK, days, entries, isCut: false });
  };
  /** Sheets leave with an animation. */
  const sheetClosed = async (): Promise<void> => { await new Promise((resolve) => setTimeout(resolve, 300)); await settle(); };
  const row = (page: HTMLElement, name: string): HTMLElement => [...page.querySelectorAll<HTMLElement>('t-agenda button')].find((button) => button.textContent.includes(name)) as HTMLElement;
  afterEach(() => { document.body.querySelectorAll('.cdk-overlay-container').forEach((node) => { node.remove(); }); });

  test('lists entries by day in the person’s time, with what matters in words and holidays named', async () => {
    const { page } = await open([anEntry(), anEntry({ id: 't2', start: '2026-03-04T02:15:00Z', customerName: 'Golden Bridge', isPromised: false })], { days: [{ day: '2026-03-06', kind: 'holiday', name: 'Company day', isManual: true }] });
    expect(row(page, 'Blue Lake').textContent).toMatch(/10:00.*Blue Lake.*Discuss the offer.*Overlaps.*Promised/s);
    expect(page.textContent).toContain('Off: Company day');
  });

  test('says what belongs here when there is nothing', async () => {
    const { page } = await open([]);
    expect(page.textContent).toContain('Nothing is planned in these days.');
  });

  test('moves an entry by typing, and takes it back', async () => {
    const { page, loader } = await open([anEntry()]);
    row(page, 'Blue Lake').click();
    await settle();
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Move to …' }))).click();
    await sheetClosed();
    const time = [...document.querySelectorAll<HTMLInputElement>('t-time-field input')].at(0) as HTMLInputElement;
    expect(time.value).toBe('10:00');
    time.value = '15:30';
    time.dispatchEvent(new Event('input'));
    time.dispatchEvent(new Event('change'));
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Move' }))).click();
    await settle();
    const call = api().expectOne('/api/touchpoints/t1/moves');
    expect([call.request.body, call.request.headers.get('If-Match')]).toEqual([{ dueAt: '2026-03-04T07:30:00.000Z' }, '"4"']);
    call.flush({ version: 5 });
    await sheetClosed();
    answer([anEntry({ version: 5, start: '2026-03-04T07:30:00Z' })]);
    await settle();
    const bar = await loader.getHarness(MatSnackBarHarness);
    expect(await bar.getMessage()).toContain('15:30');
    await bar.dismissWithAction();
    await sheetClosed();
    const back = api().expectOne('/api/touchpoints/t1/moves');
    expect([back.request.body, back.request.headers.get('If-Match')]).toEqual([{ dueAt: '2026-03-04T02:00:00.000Z', overrideReason: 'Undo' }, '"5"']);
  });

  test('asks for a reason where the customer wished otherwise', async () => {
    const { page, loader } = await open([anEntry()]);
    row(page, 'Blue Lake').click();
    await settle();
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Move to …' }))).click();
    await sheetClosed();
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Move' }))).click();
    await settle();
    api().expectOne('/api/touchpoints/t1/moves').flush({ code: 'invalid_input', errors: [{ field: 'dueAt', code: 'quiet_hours', params: { from: '09:00', until: '11:00' } }] }, { status: 422, statusText: 'Refused' });
    await settle();
    expect(document.body.textContent).toContain('The customer wants to be left alone from 09:00 to 11:00');
    const reason = document.querySelector<HTMLInputElement>('t-move-sheet input[formControlName=overrideReason]') as HTMLInputElement;
    reason.value = 'They asked for it';
    reason.dispatchEvent(new Event('input'));
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Move' }))).click();
    await settle();
    expect(api().expectOne('/api/touchpoints/t1/moves').request.body).toEqual({ dueAt: '2026-03-04T02:00:00.000Z', overrideReason: 'They asked for it' });
  });

  test('opens the calendar of one of my people and keeps that in the address', async () => {
    const { loader } = await open([anEntry()], { people: [{ id: 'p2', name: 'Anna Berg' }] });
    const select = await loader.getHarness(MatSelectHarness);
    await select.open();
    // Not by the harness: it would wait for the answer that this test is to give.
    [...document.querySelectorAll<HTMLElement>('mat-option')].find((option) => option.textContent.includes('Anna Berg'))?.click();
    await settle();
    expect(TestBed.inject(Router).url).toContain('whose=person:p2');
    expect(api().expectOne(({ url }) => url === '/api/schedule').request.params.get('whose')).toBe('person:p2');
  });
});
