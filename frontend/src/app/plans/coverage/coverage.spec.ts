import { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { BreakpointObserver } from '@angular/cdk/layout';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatSelectHarness } from '@angular/material/select/testing';
import { provideRouter } from '@angular/router';
import { of } from 'rxjs';
import { aSession, api, provideTesting, ready, settle } from '../../../testing';
import { Api, type View } from '../../core/api';
import { Sheets } from '../../ui/sheets';
import { plansTexts } from '../texts';
import { CellSheet } from './cell-sheet';
import { CoverageList } from './coverage-list';
import { CoveragePanel } from './coverage-panel';
import { LatestReassignments } from './latest-reassignments';
import { PlanSpending } from './plan-spending';
import { ReassignSheet } from './reassign-sheet';
import { aPlan } from '../plans.testing';

const cell = (change: Partial<View<'CoverageCellView'>> = {}): View<'CoverageCellView'> => ({ planned: 0, kept: 0, missed: 0, open: 0, other: 0, capacity: 40, ...change });
const aMap = (): View<'HeatMapView'> => ({
  unit: 'week', columns: ['2026-03-02', '2026-03-09'], contactsPerDay: 8, asOf: '2026-03-10',
  people: [{ personId: '1', isActive: true, cells: [cell({ planned: 12, kept: 10, missed: 2 }), cell({ planned: 45, open: 45, other: 3 })] }, { personId: '2', isActive: false, cells: [cell(), cell()] }],
});
const closed: unknown[] = [];
let found: HTMLElement;
const text = (): string => found.textContent.replace(/\s+/g, ' ');
const button = (label: string): HTMLButtonElement => [...found.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent).includes(label))!;
const answer = async (url: string, body: object, status = 200): Promise<void> => {
  const [call] = api().match((request) => request.url === url);
  call?.flush(body, status === 200 ? {} : { status, statusText: '' });
  await settle(); await settle();
};
async function open<C>(component: Type<C>, { inputs = {}, data, isWide = true }: { inputs?: Record<string, unknown>; data?: unknown; isWide?: boolean } = {}) {
  closed.length = 0;
  const dialog = [{ provide: MAT_DIALOG_DATA, useValue: data }, { provide: MatDialogRef, useValue: { close: (value: unknown) => { closed.push(value); } } }];
  TestBed.configureTestingModule({ providers: [provideTesting({ plans: plansTexts }), provideRouter([]), ...dialog, { provide: BreakpointObserver, useValue: { observe: () => of({ matches: isWide }) } }] });
  await ready(aSession({ rights: ['contacts.work', 'customers.export'] }));
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  found = fixture.nativeElement as HTMLElement;
  await settle();
  await answer('/api/people', { items: ['1', '2'].map((id) => ({ id, name: id === '1' ? 'Chen Wei' : 'Li Na', teamId: null, reportsToId: null, state: 'active', isVisible: true })) });
  await answer('/api/teams', { items: [] });
  return fixture;
}
const scope = { from: '2026-03-02', until: '2026-03-16' };

describe('coverage', () => {
  test('is a table whose cells say all that is known in words, mark what is too much, and move by arrow keys', async () => {
    await open(CoveragePanel, { inputs: { scope } });
    await answer('/api/coverage/heat-map', aMap());
    await answer('/api/coverage/over-contacted', { most: 3, days: 7, items: [], next: null });
    await answer('/api/coverage/owner-absent', { items: [], next: null });
    expect(text()).toContain('57 planned, 10 kept, 2 missed, 45 open.');
    const cells = [...found.querySelectorAll<HTMLButtonElement>('[data-cell]')];
    expect(cells.map((one) => [...one.querySelectorAll('[aria-hidden]')].map(({ textContent }) => textContent.trim()).join(''))).toEqual(['12−2', '!45', '', '']);
    expect(cells[1]!.querySelector('.t-hidden')?.textContent).toMatch(/^Chen Wei, .*45 planned, 0 kept, 0 missed, 45 open, 3 others; only 40 fit$/);
    expect(cells.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1]);
    cells[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await settle();
    expect(cells.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0, -1]);
    expect(text()).toContain('does not work here');
    expect(text()).toContain('Nobody heard from us too often.');
  });

  test('opens a cell, and gives what was chosen there to others', async () => {
    await open(CoveragePanel, { inputs: { scope } });
    await answer('/api/coverage/heat-map', aMap());
    const sheets = TestBed.inject(Sheets);
    const asked: unknown[] = [];
    jest.spyOn(sheets, 'open').mockImplementation((_load, { data } = {}) => { asked.push(data); return Promise.resolve((asked.length === 1 ? ['t1'] : undefined) as never); });
    button('Chen Wei, ').click();
    await settle(); await settle();
    expect(asked).toEqual([{ ...scope, ownerId: '1', from: '2026-03-02', until: '2026-03-09' }, { touchpointIds: ['t1'] }]);
  });

  test('is a table for each person on a phone', async () => {
    await open(CoveragePanel, { inputs: { scope }, isWide: false });
    await answer('/api/coverage/heat-map', aMap());
    expect([...found.querySelectorAll('summary')].map((one) => one.textContent.trim())).toEqual(['Chen Wei1 too full57 planned, 10 kept, 2 missed, 45 open.', 'Li Na0 planned, 0 kept, 0 missed, 0 open.']);
    expect(found.querySelector('details tbody tr')?.textContent).toMatch(/12\s*10\s*2\s*0\s*0\s*40/);
  });

  test('lists who heard too often with the communications, and contacts nobody is there for, each as a file', async () => {
    await open(CoveragePanel, { inputs: { scope } });
    await answer('/api/coverage/heat-map', aMap());
    await answer('/api/coverage/over-contacted', { most: 3, days: 7, next: 'more', items: [{ customerId: 'c1', customerName: 'Acme', ownerId: '1', contacts: 4, fromOn: '2026-03-03', records: [{ followUpId: 'f', occurredOn: '2026-03-03', channelId: 'x', authorId: '2' }] }] });
    await answer('/api/coverage/owner-absent', { next: null, items: [{ touchpointId: 't1', customerId: 'c2', customerName: 'Blue', ownerId: '2', purpose: '', state: 'scheduled', isPromised: false, dueOn: '2026-03-12', windowFrom: null, windowUntil: null, reason: 'away', backOn: '2026-03-17' }] });
    expect(text()).toMatch(/Acme.*Chen Wei · 4 in 7 days from .*Li Na.*Blue.*back on/);
    expect([...found.querySelectorAll('a[download]')].map((one) => one.getAttribute('href'))).toEqual(['/api/coverage/over-contacted.csv?from=2026-03-02&until=2026-03-11', '/api/coverage/owner-absent.csv?from=2026-03-02&until=2026-03-16'].map((url) => expect.stringContaining(url.slice(0, 40))));
    button('Show more').click();
    await settle();
    expect(api().match((request) => request.url === '/api/coverage/over-contacted').map(({ request }) => request.params.get('after'))).toEqual(['more']);
    expect(button('Give 1 to others')).toBeTruthy();
  });

  test('says when a list can not be read, and tries again', async () => {
    await open(CoveragePanel, { inputs: { scope } });
    await answer('/api/coverage/heat-map', aMap());
    await answer('/api/coverage/over-contacted', { status: 500, code: 'internal', errors: [] }, 500);
    expect(found.querySelector('t-coverage-list [role=alert]')).toBeTruthy();
    button('Try again').click();
    await settle();
    await answer('/api/coverage/over-contacted', { most: 3, days: 7, items: [], next: null });
    expect(text()).toContain('Nobody heard from us too often.');
  });
});

describe('a list of coverage', () => {
  test('is read again after what was just given to others', async () => {
    const absent = { touchpointId: 't1', customerId: 'c1', customerName: 'Blue Bay', ownerId: '1', dueOn: '2026-03-12', reason: 'away', backOn: '2026-03-20', purpose: '', windowFrom: null, windowUntil: null };
    await open(CoverageList, { inputs: { kind: 'ownerAbsent', scope } });
    await answer('/api/coverage/owner-absent', { items: [absent], next: null });
    expect(text()).toContain('Blue Bay');
    void TestBed.inject(Api).post('/api/reassignments/preview', { body: { way: 'assign', toIds: ['2'] } });
    await answer('/api/reassignments/preview', {});
    api().expectNone('/api/coverage/owner-absent');
    void TestBed.inject(Api).post('/api/reassignments', { body: { way: 'assign', toIds: ['2'] } });
    await answer('/api/reassignments', {});
    expect(text()).toContain('Blue Bay');
    await answer('/api/coverage/owner-absent', { items: [], next: null });
    expect(text()).not.toContain('Blue Bay');
  });
});

describe('the contacts of a cell', () => {
  test('are chosen for somebody else when they are open', async () => {
    await open(CellSheet, { data: { ...scope, ownerId: '1' } });
    const row = (id: string, state: string): View<'CoverageTouchpointView'> => ({ touchpointId: id, customerId: id, customerName: `Customer ${id}`, ownerId: '1', purpose: 'Call', state, isPromised: false, dueOn: '2026-03-03', windowFrom: null, windowUntil: null });
    await answer('/api/coverage/touchpoints', { items: [row('a', 'scheduled'), row('b', 'done'), row('c', 'scheduled')], next: null });
    expect(found.querySelector('a[href^="/schedule"]')?.getAttribute('href')).toBe('/schedule?whose=person:1&date=2026-03-02&view=week');
    const boxes = [...found.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(boxes).toHaveLength(3);
    boxes[0]!.click();
    await settle();
    button('Give 2 to others').click();
    expect(closed).toEqual([['a', 'c']]);
  });
});

describe('giving contacts to others', () => {
  const preview: View<'ReassignPreview'> = {
    total: 6, changed: 3, moved: 1, skipped: [{ reason: 'no_access', count: 2 }, { reason: 'absent', count: 1 }], items: [], staying: [
      { touchpointId: 't2', customerId: 'c2', customerName: 'Blue Lake', purpose: 'Quote', ownerId: '1', dueOn: '2026-03-12', reason: 'no_access' }, { touchpointId: 't3', customerId: 'c3', customerName: 'Red Hill', purpose: '', ownerId: '1', dueOn: '2026-03-13', reason: 'absent' },
    ], expected: 'print',
    people: [{ personId: '2', gives: 0, gets: 3, weeks: [{ weekOn: '2026-03-09', before: 39, after: 42, capacity: 40 }] }],
  };
  async function chosen(): Promise<void> {
    const fixture = await open(ReassignSheet, { data: { touchpointIds: ['t1'] } });
    const select = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatSelectHarness);
    await select.open();
    await select.clickOptions({ text: 'Li Na' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await settle();
  }

  test('shows who gets how many in which week, and why some stay, then does exactly that', async () => {
    await chosen();
    await answer('/api/reassignments/preview', preview);
    expect(text()).toMatch(/3 of 6 contacts change, 1 to another day\..*2 stay: nobody chosen sees the customer.*become the owner.*Blue Lake · Quote.*Chen Wei.*and 1 more.*1 stay: whoever could take them is away then.*Red Hill.*Li Na gives 0, gets 3.*39.*! 42.*40/);
    button('Change 3 contacts').click();
    await settle();
    const [call] = api().match('/api/reassignments');
    expect(call!.request.body).toMatchObject({ way: 'assign', toIds: ['2'], touchpointIds: ['t1'], expected: 'print' });
    call!.flush({ id: 'r1', changed: 3 });
    await settle();
    expect(closed).toEqual(['done']);
  });

  test('says what is refused', async () => {
    await chosen();
    await answer('/api/reassignments/preview', { status: 422, code: 'invalid_input', errors: [{ field: 'toIds', code: 'unknown_person' }] }, 422);
    expect(found.querySelector('[role=alert]')?.textContent).toContain('There is no such colleague');
    expect(button('Give contacts to others').disabled).toBe(true);
  });
});

describe('what was reassigned and spent', () => {
  test('is taken back', async () => {
    await open(LatestReassignments);
    await answer('/api/reassignments', { items: [{ id: 'r1', way: 'rebalance', reason: 'Leave', changed: 7, doneAt: '2026-03-10T02:00:00Z', doneById: '1', reversedAt: null, canReverse: true }] });
    expect(text()).toMatch(/Spread over several: 7 contacts changed.*Leave/);
    button('Take back').click();
    await settle();
    expect(api().match('/api/reschedulings/r1/reversal')).toHaveLength(1);
  });

  test('is held against the budget, with nothing known as a dash', async () => {
    await open(PlanSpending, { inputs: { plan: aPlan({ state: 'running' }) } });
    const spent = { granted: 3, redeemed: 1, spent: 60, waiting: 20, effective: 0, costPerEffective: null };
    await answer('/api/plans/p1/spending', { budget: 100, left: 20, total: spent, items: [{ itemId: 'i1', incentiveName: 'Calendar', ...spent }] });
    expect([...found.querySelectorAll('dl div')].map((one) => one.textContent.replace(/\s+/g, ' ').trim())).toEqual(['Budget¥100.00', 'Spent¥60.00', 'Waits for a decision¥20.00', 'Left¥20.00', 'Cost per effective contact–', 'Effective contacts0'].map((one) => expect.stringContaining(one.split('¥')[0]!)));
    expect(text()).toMatch(/Visit key customers\s*Calendar\s*3\s*1/);
  });
});
