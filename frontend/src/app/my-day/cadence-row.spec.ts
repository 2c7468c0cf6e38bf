import { TestBed } from '@angular/core/testing';
import { aSession, api, provideTesting, ready, settle } from '../../testing';
import type { View } from '../core/api';
import { DayRow } from './day-row';
import { myDayTexts } from './texts';

type Reason = View<'ReasonView'>;

const REASON: Reason = { code: 'cadence_due', days: 18, interval: 10, unit: 'working_days', cadence: 'tier', cadenceId: 't-key', cadenceName: null, daysLate: 4 };
const item = (reason: Partial<Reason>): View<'MyDayItemView'> => ({
  kind: 'customer', id: 'k1', customerId: 'k1', name: 'Harbour Foods', tierId: 't-key', reason: { ...REASON, ...reason }, channelId: null, purpose: '', dueOn: null, dueAt: null, respondBy: null, isPromised: false, firstDueOn: null, timesMoved: 0,
  remindAt: null, alsoOpen: 0, last: null, version: null,
});

test.each<[Partial<Reason>, string]>([
  [{}, 'Due for 4 days: Key, every 10 working days; 18 days without effective contact'],
  [{ daysLate: 1, cadence: 'segment', cadenceName: 'South', unit: 'months', interval: 1 }, 'Due for 1 day: South, every 1 month; 18 days without effective contact'],
  [{ daysLate: 0 }, 'Due today: Key, every 10 working days; 18 days without effective contact'],
  [{ code: 'maximum_passed', interval: 15, cadence: 'customer', unit: 'calendar_days' }, 'Neglected: 18 days without effective contact; own cadence, at most 15 days'],
  [{ code: 'nothing_scheduled', interval: null, unit: null }, 'Nothing scheduled'],
])('a row says whose cadence is due and how late: %j', async (reason, words) => {
  TestBed.configureTestingModule({ providers: [provideTesting({ myDay: myDayTexts })] });
  await ready(aSession({ rights: ['contacts.work'] }));
  const fixture = TestBed.createComponent(DayRow);
  fixture.componentRef.setInput('item', item(reason));
  await settle();
  const tier = { id: 't-key', key: 'key', names: { en: 'Key' }, position: 1, isArchived: false, version: 1, idealDays: 10, maximumDays: 15, unit: 'working_days' };
  api().expectOne('/api/vocabulary').flush({ channels: [], dispositions: [], outcomes: [], stages: [], tiers: [tier], fields: [] });
  await settle();
  expect((fixture.nativeElement as HTMLElement).querySelector('.why')?.textContent).toBe(words);
});
