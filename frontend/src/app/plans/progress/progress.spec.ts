import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { aSession, api, provideTesting, ready, settle } from '../../../testing';
import type { View } from '../../core/api';
import { aPlan } from '../plans.testing';
import { plansTexts } from '../texts';
import { ProgressPanel } from './progress-panel';

const share = (count: number, n: number): View<'ShareView'> => ({ value: n ? count / n : null, count, n, low: n ? 0.1 : null, high: n ? 0.9 : null });
const figures = (change: Partial<View<'FiguresView'>> = {}): View<'FiguresView'> =>
  ({ planned: 100, due: 40, kept: 30, late: 2, punctual: 20, missed: 5, cancelled: 3, open: 65, attainment: share(30, 40), punctuality: share(20, 40), ...change });
const aProgress = (change: Partial<View<'PlanProgressView'>> = {}): View<'PlanProgressView'> => ({
  expansion: { state: 'done', wanted: 103, done: 103, skipped: [{ reason: 'archived', count: 4 }] }, asOf: '2026-03-10', total: figures(), reach: share(12, 50),
  pace: { elapsed: 0.4, goal: 100, lower: 32, upper: 48, verdict: 'under' }, items: [{ itemId: 'i1', ...figures(), reach: share(12, 50) }], people: [{ personId: '1', ...figures() }], ...change,
});
const row = (id: string): View<'NotReachedRow'> => ({ customerId: id, name: `Customer ${id}`, ownerId: '1', nextOn: '2026-04-01', missed: 2, lastContactAt: null });

let found: HTMLElement;
const text = (): string => found.textContent.replace(/\s+/g, ' ');
const answer = async (url: string, body: object, status = 200): Promise<void> => {
  const [call] = api().match((request) => request.url === url);
  call?.flush(body, status === 200 ? {} : { status, statusText: '' });
  await settle(); await settle();
};
async function open(progress: View<'PlanProgressView'>, plan = aPlan({ state: 'running' }), rights: string[] = ['customers.export']): Promise<void> {
  TestBed.configureTestingModule({ providers: [provideTesting({ plans: plansTexts }), provideRouter([])] });
  await ready(aSession({ rights: rights as never }));
  const fixture = TestBed.createComponent(ProgressPanel);
  fixture.componentRef.setInput('plan', plan);
  found = fixture.nativeElement as HTMLElement;
  await settle();
  await answer('/api/people', { items: [{ id: '1', name: 'Chen Wei', teamId: null, reportsToId: null, state: 'active', isVisible: true }] });
  await answer('/api/teams', { items: [] });
  await answer('/api/plans/p1/progress', progress);
}

describe('the progress of a plan', () => {
  test('shows each number, says what it means, and what was left out', async () => {
    await open(aProgress());
    await answer('/api/plans/p1/not-reached', { items: [row('a')], next: null });
    expect([...found.querySelectorAll('.figures li')].map((one) => one.textContent.replace(/\s+/g, ' ').trim())).toEqual(['100Planned', '40Due so far', '30Kept2 logged late', '5Missed', '3Cancelled']);
    expect(text()).toContain('Under schedule');
    expect(text()).toContain('30 kept of a goal of 100. 40% of the period is over: between 32 and 48 is on schedule.');
    expect(text()).toMatch(/Attainment\s?75\.0%/);
    expect(text()).toContain('4 of archived customers');
    expect([...found.querySelectorAll('.meaning dt')].map((one) => one.textContent)).toEqual(['Planned', 'Due so far', 'Kept', 'Missed', 'Cancelled', 'Attainment', 'Pace', 'Punctuality', 'Reach']);
    expect(text()).toMatch(/By item.*Visit key customers.*By person.*Chen Wei/);
    expect(found.querySelector('progress')).toBeNull();
  });

  test('shows nothing known as a dash', async () => {
    await open(aProgress({ pace: null, reach: share(0, 0), total: figures({ attainment: share(0, 0) }) }));
    await answer('/api/plans/p1/not-reached', { items: [], next: null });
    expect(found.querySelector('.head')?.textContent).toMatch(/Pace\s*–/);
    expect(found.querySelector('.rates')?.textContent).toMatch(/Attainment–/);
    expect(text()).toContain('Everybody in the audience has been reached.');
  });

  test('shows how far the contacts are made, and asks again until they are', async () => {
    await open(aProgress({ expansion: { state: 'running', wanted: 2400, done: 1200, skipped: [] } }));
    await answer('/api/plans/p1/not-reached', { items: [], next: null });
    expect(found.querySelector('[role=status]')?.textContent).toContain('Making contacts: 1,200 of 2,400');
    expect(found.querySelector('progress')?.getAttribute('value')).toBe('1200');
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    await settle();
    await answer('/api/plans/p1/progress', aProgress());
    expect(found.querySelector('progress')).toBeNull();
  });

  test('lists who was not reached page by page, with a file for those who may export', async () => {
    await open(aProgress());
    await answer('/api/plans/p1/not-reached', { items: [row('a')], next: 'cursor' });
    expect(found.querySelector('a[download]')?.getAttribute('href')).toBe('/api/plans/p1/not-reached.csv');
    [...found.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Show more'))!.click();
    await settle();
    const [call] = api().match((request) => request.url === '/api/plans/p1/not-reached');
    expect(call?.request.params.get('after')).toBe('cursor');
    call?.flush({ items: [row('b')], next: null });
    await settle(); await settle();
    expect([...found.querySelectorAll('t-not-reached li a')].map(({ textContent }) => textContent)).toEqual(['Customer a', 'Customer b']);
    expect(text()).toMatch(/Chen Wei · next .*Apr.* · 2 missed/);
  });

  test('says when the list can not be read, and tries again', async () => {
    await open(aProgress());
    await answer('/api/plans/p1/not-reached', { status: 500, code: 'internal', errors: [] }, 500);
    expect(found.querySelector('t-not-reached [role=alert]')).toBeTruthy();
    [...found.querySelectorAll<HTMLButtonElement>('t-not-reached button')].find(({ textContent }) => textContent.includes('Try again'))!.click();
    await settle();
    await answer('/api/plans/p1/not-reached', { items: [row('a')], next: null });
    expect(found.querySelector('t-not-reached [role=alert]')).toBeNull();
    expect(text()).toContain('Customer a');
  });
});
