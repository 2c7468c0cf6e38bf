import { Component } from '@angular/core';
import { HttpRequest } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aSession, provideTesting, ready, settle } from '../../../testing';
import type { View } from '../../core/api';
import { answer } from '../customers.testing';
import { Filters, filterOf, listState, stateOf } from '../list/filters.rules';
import { customersTexts } from '../texts';
import { ViewsMenu } from './views-menu';

@Component({ imports: [ViewsMenu], template: '<t-views-menu [state]="state" />' })
class Page {
  readonly state = listState();
}

const aView = (change: Partial<View<'SegmentView'>> = {}): View<'SegmentView'> => ({
  id: 'v1', name: 'Key, silent', kind: 'filter', sharing: 'nobody', ownerId: '1', filter: { tierIds: ['t-key'], silentDays: 30 }, sort: 'name', sampledFromId: null, seed: null, listed: null, isMine: true, isDefault: false, version: 2, ...change,
});
let views: View<'SegmentView'>[] = [];
let harness: RouterTestingHarness;

const rest = (more: Record<string, unknown> = {}): Promise<HttpRequest<unknown>[]> => answer({ 'GET /api/segments': () => ({ items: views }), ...more });
const open = async (url = '/customers'): Promise<void> => {
  TestBed.configureTestingModule({ providers: [provideTesting({ customers: customersTexts }), provideRouter([{ path: 'customers', component: Page }])] });
  await ready(aSession());
  harness = await RouterTestingHarness.create();
  document.body.append(harness.fixture.nativeElement as HTMLElement);
  await harness.navigateByUrl(url);
  await rest();
};
const url = (): string => decodeURIComponent(TestBed.inject(Router).url);
const trigger = (): HTMLButtonElement => document.querySelector<HTMLButtonElement>('t-views-menu .trigger')!;
const choose = async (label: string, more: Record<string, unknown> = {}): Promise<HttpRequest<unknown>[]> => {
  trigger().click();
  await settle();
  [...document.querySelectorAll<HTMLButtonElement>('[mat-menu-item]')].find(({ textContent }) => textContent.includes(label))!.click();
  return rest(more);
};

beforeEach(() => { views = [aView(), aView({ id: 'v2', name: 'Picked', kind: 'list', filter: {}, sort: null, listed: 3, isMine: false })]; });
afterEach(() => { document.body.innerHTML = ''; });

describe('saved views', () => {
  test('are picked into the address, where the list takes its filters from', async () => {
    await open();
    expect(trigger().textContent).toContain('All customers');
    await choose('Key, silent');
    expect(url()).toBe('/customers?tier=t-key&silent=30&view=v1&sort=name');
    expect(trigger().textContent).toContain('Key, silent');
    await choose('Picked');
    expect(url()).toBe('/customers?view=v2&list=v2');
    await choose('All customers');
    expect(url()).toBe('/customers');
  });

  test('say when the filters are other ones by now, and take them over', async () => {
    await open('/customers?tier=t-key&silent=60&view=v1&sort=name');
    expect(trigger().textContent).toContain('changed');
    const sent = (await choose('Save changes to the view', { 'PATCH /api/segments/v1': aView({ version: 3 }) })).find(({ method }) => method === 'PATCH');
    expect([sent?.body, sent?.headers.get('If-Match')]).toEqual([{ sort: 'name', filter: { tierIds: ['t-key'], silentDays: 60 } }, '"2"']);
  });

  test('open first where the person chose so, and when an address names a view alone', async () => {
    views = [aView({ isDefault: true })];
    await open();
    expect(url()).toBe('/customers?tier=t-key&silent=30&view=v1&sort=name');
  });

  test('mean their filters when an address names them alone', async () => {
    await open('/customers?view=v1');
    expect(url()).toBe('/customers?view=v1&tier=t-key&silent=30&sort=name');
  });

  test('are deleted with a way back', async () => {
    await open('/customers?tier=t-key&silent=30&view=v1&sort=name');
    const calls = await choose('Delete view', { 'POST /api/segments/v1/deletion': aView() });
    expect(calls.map(({ method, url: path }) => `${method} ${path}`)).toContain('POST /api/segments/v1/deletion');
    expect(url()).not.toContain('view=');
    await settle();
    expect(document.body.textContent).toContain('was deleted');
  });
});

describe('filters of a view', () => {
  test('come back as they were, those on contact history too', () => {
    const filter = {
      q: 'x', kind: 'person' as const, stageIds: ['s'], tierIds: ['t'], ownerIds: ['none'], teamIds: ['a'], sources: ['f'], industries: ['i'], regions: ['r'], tags: ['g'], served: 'no' as const, servedBy: ['c'], silentDays: 3, nextContact: 'none' as const,
      knownFrom: '2026-01-01', knownUntil: '2026-02-01', convertedFrom: '2026-01-01', convertedUntil: '2026-02-01', archived: 'yes' as const, importId: 'm', fields: '{"seats":{"from":1}}',
      neverChannelIds: ['c'], neverContactKinds: ['personal' as const], contactedChannelIds: ['d'], contactedDays: 9, contactsMin: 1, contactsMax: 0, contactsDays: 14, reached: 'never' as const, cadence: ['due' as const], segmentId: 'l',
    };
    expect(filterOf(stateOf(filter) as Filters)).toEqual(filter);
    expect(filterOf(stateOf({}) as Filters)).toEqual({});
  });
});
