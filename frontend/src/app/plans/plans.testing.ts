import type { View } from '../core/api';

/** A plan item with its seven things. */
export const anItem = (change: Partial<View<'PlanItemView'>> = {}): View<'PlanItemView'> => ({
  id: 'i1', objective: 'Visit key customers', startsOn: '2026-01-31', endsOn: null, recurrence: 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=28,29,30,31;BYSETPOS=-1', windowDays: 5, place: 'Their office', segmentId: 'seg1', segmentName: 'Key, silent',
  segmentKind: 'filter', mode: 'routine', contactKind: 'personal', channelId: 'c-phone', method: '', content: 'What is new', talkingPoints: '', responsibleTeamId: null, responsibleId: null, incentiveId: null, incentiveName: null, normId: null, normName: null, targetCount: null, takesJoiners: false, dropsLeavers: false,
  dueOn: ['2026-02-02', '2026-04-30', '2026-07-31', '2026-11-02'], ...change,
});

/** A plan that the person may write. */
export const aPlan = (change: Partial<View<'PlanView'>> = {}): View<'PlanView'> => ({
  id: 'p1', name: 'Spring 2026', fromOn: '2026-01-01', untilOn: '2027-01-01', objective: 'More visits', teamId: null, responsibleId: '1', budget: 1200, state: 'draft', isTemplate: false, copiedFromId: null,
  plannerId: '1', createdById: '1', isDeleted: false, items: [anItem()], steps: [], versions: [], approval: null, budgetRequest: null, changeRequest: null, allowed: ['edit', 'submit', 'delete'], version: 3, ...change,
});

/** A plan as a row of the list. */
export const aPlanRow = (change: Partial<View<'PlanRow'>> = {}): View<'PlanRow'> => ({
  id: 'p1', name: 'Spring 2026', fromOn: '2026-01-01', untilOn: '2026-07-01', state: 'running', isTemplate: false, teamId: null, responsibleId: '1', budget: null, itemCount: 2, waitsForYou: false, ...change,
});
