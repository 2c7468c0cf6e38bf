import { BreakpointObserver } from '@angular/cdk/layout';
import { HttpRequest } from '@angular/common/http';
import { EnvironmentProviders, Provider } from '@angular/core';
import { of } from 'rxjs';
import { api, settle } from '../../testing';
import type { View } from '../core/api';

const names = (en: string) => ({ en });
const entry = (id: string, en: string, position: number) => ({ id, key: id, names: names(en), position, isArchived: false, version: 1 });

/** Stages, tiers, channels and custom fields of all five kinds. */
export const VOCABULARY = {
  stages: [{ ...entry('s-new', 'New', 1), kind: 'open' as const }, { ...entry('s-won', 'Won', 2), kind: 'won' as const }, { ...entry('s-lost', 'Lost', 3), kind: 'lost' as const }],
  tiers: [{ ...entry('t-key', 'Key', 1), idealDays: 10, maximumDays: 15 }, { ...entry('t-ord', 'Ordinary', 2), idealDays: 60, maximumDays: 90 }],
  channels: [{ ...entry('c-phone', 'Phone', 1), contactKind: 'personal' as const, icon: 'call', isTwoWay: true, isLive: true, responseMinutes: null, isResponseInWorkingTime: true }],
  dispositions: [], outcomes: [],
  fields: [
    { ...entry('f1', 'Grade', 1), key: 'grade', kind: 'choice' as const, isRequired: true, choices: [{ key: 'a', names: names('Grade A') }, { key: 'b', names: names('Grade B') }] },
    { ...entry('f2', 'Seats', 2), key: 'seats', kind: 'number' as const, isRequired: false, choices: [] },
    { ...entry('f3', 'Renewal', 3), key: 'renewal', kind: 'date' as const, isRequired: false, choices: [] },
    { ...entry('f4', 'Pilot', 4), key: 'pilot', kind: 'boolean' as const, isRequired: false, choices: [] },
    { ...entry('f5', 'Model', 5), key: 'model', kind: 'text' as const, isRequired: false, choices: [] },
  ],
} satisfies Record<string, unknown>;

const PEOPLE = [
  { id: '1', name: 'Chen Wei', teamId: null, reportsToId: null, state: 'active', isVisible: true },
  { id: '2', name: 'Lin Fang', teamId: null, reportsToId: null, state: 'active', isVisible: true },
];

/** A customer as its own page shows it. */
export const aCustomer = (change: Partial<View<'CustomerView'>> = {}): View<'CustomerView'> => ({
  id: 'k1', name: 'Harbour Foods', kind: 'organisation', ownerId: '1', teamId: null, tierId: 't-key', stageId: 's-new', stageSince: '2026-01-05T02:00:00Z', isOpen: true, source: 'Fair', industry: null, region: null, isServed: true, servedBy: null,
  tags: ['pilot'], fields: { grade: 'a' }, note: '', formOfAddress: null, preferredChannelId: null, preferredFrom: null, preferredUntil: null, quietFrom: null, quietUntil: null, timeZone: null, doNotContact: [],
  knownSinceOn: '2026-01-05', createdAt: '2026-01-05T02:00:00Z', createdById: '1', archivedAt: null, externalId: null, convertedAt: null, firstContactAt: null, lastContactAt: null, lastHeardAt: null,
  lastEffectiveAt: '2026-02-22T02:00:00Z', respondBy: null, nextTouchpointOn: '2026-03-03', nextStep: 'touchpoint', nextStepReason: null,
  contactPoints: [{ id: 'p1', kind: 'phone', value: '021 5555 0101', validity: 'ok' }], contactPeople: [], formerContactPeople: [], stageChangeCount: 1, mergedInto: null, merges: [], version: 3, ...change,
});

/** A customer as a row of the list. */
export const aRow = (id: string, name: string, change: Partial<View<'CustomerRow'>> = {}): View<'CustomerRow'> => ({
  id, name, kind: 'organisation', ownerId: '1', teamId: null, tierId: 't-key', stageId: 's-new', stageSince: '2026-01-05T02:00:00Z', source: null, industry: null, region: null, isServed: true, servedBy: null, tags: [], fields: {},
  knownSinceOn: '2026-01-05', convertedAt: null, lastContactAt: '2026-02-22T02:00:00Z', lastEffectiveAt: '2026-02-22T02:00:00Z', nextTouchpointOn: null, respondBy: null, archivedAt: null,
  primaryPhone: null, primaryEmail: null, ...change,
});

type Answers = Record<string, unknown>;

const USUAL: Answers = { 'GET /api/vocabulary': VOCABULARY, 'GET /api/people': { items: PEOPLE }, 'GET /api/teams': { items: [] }, 'GET /api/segments': { items: [] }, 'GET /api/customers/suggestions': { items: [] }, 'GET /api/customers/duplicates': { items: [] } };

/** Answers all calls under way, and those that follow from the answers, by 'VERB /path'; an answer `{status, …}` refuses. What nobody answers stays open. Returns the calls. */
export async function answer(answers: Answers = {}): Promise<HttpRequest<unknown>[]> {
  const all: Answers = { ...USUAL, ...answers };
  const seen: HttpRequest<unknown>[] = [];
  for (let i = 0; i < 6; i++) {
    await settle();
    for (const call of api().match(({ method, url }) => `${method} ${url}` in all)) {
      const given = all[`${call.request.method} ${call.request.url}`];
      const body: unknown = typeof given === 'function' ? (given as (request: HttpRequest<unknown>) => unknown)(call.request) : given;
      seen.push(call.request);
      if (call.cancelled) continue;
      if (typeof body === 'object' && body !== null && 'status' in body) call.flush(body, { status: Number(body.status), statusText: '' });
      else call.flush(body as object);
    }
  }
  await settle();
  return seen;
}

/** A screen as wide as a desk's, which a test browser does not have by itself. */
export function provideWideScreen(): Provider | EnvironmentProviders {
  return { provide: BreakpointObserver, useValue: { observe: () => of({ matches: true, breakpoints: {} }), isMatched: () => true } };
}
