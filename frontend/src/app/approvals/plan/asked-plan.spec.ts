import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { aSession, api, provideTesting, ready, settle } from '../../../testing';
import type { View } from '../../core/api';
import { approvalsTexts } from '../texts';
import { AskedPlan } from './asked-plan';

const anApproval = (change: Partial<View<'ApprovalView'>>): View<'ApprovalView'> => ({
  id: 'a1', subject: 'plan', subjectId: 'p1', customerId: null, customerName: null, seesCustomer: false, title: 'Spring 2026', amount: null, rule: 'any', state: 'waiting', requestedById: '2', requestedByName: 'Li Na', requestedAt: '2026-03-03T02:00:00.000Z',
  decidedAt: null, waitingSince: '2026-03-03T02:00:00.000Z', yourDecision: null, text: '', deciders: [], steps: [], allowed: ['approve', 'return'], version: 1, ...change,
});
const anItem = (change: Partial<View<'PlanItemView'>> = {}): View<'PlanItemView'> => ({
  id: 'i1', objective: 'Visit key customers', startsOn: '2026-01-31', endsOn: null, recurrence: 'FREQ=MONTHLY;INTERVAL=3', windowDays: 5, place: 'Their office', segmentId: 'seg1', segmentName: 'Key, silent', segmentKind: 'filter', mode: 'routine',
  contactKind: 'personal', channelId: null, method: '', content: 'What is new', talkingPoints: '', responsibleTeamId: null, responsibleId: null, incentiveId: null, incentiveName: null, normId: null, normName: null, targetCount: null,
  takesJoiners: false, dropsLeavers: false, dueOn: ['2026-02-02', '2026-04-30', '2026-07-31', '2026-11-02'], ...change,
});
const aPlan = (change: Partial<View<'PlanView'>> = {}): View<'PlanView'> => ({
  id: 'p1', name: 'Spring 2026', fromOn: '2026-01-01', untilOn: '2027-01-01', objective: 'More visits', teamId: null, responsibleId: '1', budget: 1200, state: 'submitted', isTemplate: false, copiedFromId: null,
  plannerId: '1', createdById: '1', isDeleted: false, items: [anItem()], steps: [], versions: [], approval: null, budgetRequest: null, changeRequest: null, allowed: [], version: 3, ...change,
});

let found: HTMLElement;
async function open(change: Partial<View<'ApprovalView'>> = {}): Promise<void> {
  TestBed.configureTestingModule({ providers: [provideTesting({ approvals: approvalsTexts }), provideRouter([])] });
  await ready(aSession({ rights: ['plans.approve'] }));
  const fixture = TestBed.createComponent(AskedPlan);
  fixture.componentRef.setInput('approval', anApproval(change));
  found = fixture.nativeElement as HTMLElement;
  await settle();
}
async function answer(url: string, body: object, status = 200): Promise<void> {
  const [call] = api().match((request) => request.url === url).filter(({ cancelled }) => !cancelled);
  if (!call) throw new Error(`nobody asked for ${url}`);
  call.flush(body, { status, statusText: '' });
  await settle(); await settle();
}
const text = (): string => found.textContent.replace(/\s+/g, ' ');

describe('the plan that a request is about', () => {

  test('shows what it comes to and its items: when, with whom and how many, how and by whom', async () => {
    await open();
    await answer('/api/people', { items: [{ id: '1', name: 'Chen Wei', teamId: null, reportsToId: null, state: 'active', isVisible: true }] });
    await answer('/api/plans/p1', aPlan({ items: [anItem({ targetCount: 30 }), anItem({ id: 'i2', objective: 'Call once', dueOn: ['2026-05-06'], segmentId: null, segmentName: null, responsibleId: '1' })] }));
    await answer('/api/plans/p1/feasibility', { touchpoints: 48, customers: 12, overWeeks: 2, pressuredCount: 0 });
    await answer('/api/plans/p1/items/i1/audience', { count: 12, unowned: 0, isFrozen: false, items: [] });
    expect(text()).toMatch(/More visits.*Period ?Jan 1 – Dec 31 ?Responsible ?Chen Wei.*Budget ?.*1,200.*Customers ?12.*Contacts ?48.*over capacity ?2.*too often ?0.*2 items/);
    expect([...found.querySelectorAll('t-asked-item')].map((one) => one.textContent.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/^1\. Visit key customers ?When.*Feb 2.*Nov 2.*Audience ?Key, silent · 12 customers ?Contacts, at most ?48 ?How.*Where ?Their office ?Who ?each customer’s owner ?Target ?30 ?What is new$/),
      expect.stringMatching(/^2\. Call once.*May 6.*Audience ?– ?How.*Who ?Chen Wei/),
    ]);
  });

  test('shows what a change does to contacts, and the items as they are', async () => {
    await open({ subject: 'change' });
    await answer('/api/plans/p1', aPlan({ state: 'running' }));
    const counts = { added: 24, moved: 0, changed: 3, cancelled: 1, kept: [] };
    await answer('/api/plans/p1/changes/waiting', { total: counts, items: [{ itemId: 'i1', objective: 'Visit key customers', ...counts, added: 20 }, { itemId: 'i2', objective: 'Call once', added: 4, moved: 0, changed: 0, cancelled: 0, kept: [] }], samples: [], differences: [], needsDecision: true, fingerprint: 'f' });
    expect(text()).toMatch(/What the change does.*24 new.*3 with another person or text ?1 cancelled.*Call once ?new 4.*1 item, as the plan stands now/);
    api().expectNone('/api/plans/p1/feasibility');
  });

  test('says so where the plan is out of sight, and asks nothing more', async () => {
    await open();
    await answer('/api/plans/p1', { status: 404, code: 'not_found' }, 404);
    expect(text()).toContain('outside of what you see. Ask Li Na');
    api().expectNone('/api/plans/p1/feasibility');
  });

  test('shows a dozen items at first', async () => {
    await open({ state: 'approved', allowed: [] });
    await answer('/api/plans/p1', aPlan({ items: Array.from({ length: 14 }, (_, i) => anItem({ id: `i${i}`, segmentId: null })) }));
    expect(found.querySelectorAll('t-asked-item')).toHaveLength(12);
    [...found.querySelectorAll('button')].find((one) => one.textContent.includes('Show all 14 items'))!.click();
    await settle();
    expect(found.querySelectorAll('t-asked-item')).toHaveLength(14);
  });
});
