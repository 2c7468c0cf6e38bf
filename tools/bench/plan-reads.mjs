// The pages that are measured on the plan: for each the requests it is made of, `{person, path}`; -2 is who plans, -1 who decides, the others are sellers.
const [PLANNER, BOSS] = [-2, -1];
const DAY_MS = 86_400_000;
const dayFrom = (date, days) => new Date(date.getTime() + days * DAY_MS).toISOString().slice(0, 10);

/** The reads, those of routes that this version has. */
export function planReads({ ids, plan, people }) {
  const sellers = people.map((_, person) => person);
  const of = (person, path) => [{ person, path: `/api${path}` }];
  const plans = `/plans/${plan.id}`;
  const monday = new Date(Date.now() - ((new Date().getUTCDay() + 6) % 7) * DAY_MS);
  const week = `from=${dayFrom(monday, 0)}&until=${dayFrom(monday, 7)}`;
  return {
    'list of plans': of(BOSS, '/plans'),
    'plan page': of(PLANNER, plans),
    progress: of(BOSS, `${plans}/progress`),
    'not reached': of(BOSS, `${plans}/not-reached`),
    'what closing would do': of(PLANNER, `${plans}/closing`),
    'feasibility, submitted': of(BOSS, `/plans/${plan.waitingId}/feasibility`),
    'feasibility, running': of(BOSS, `${plans}/feasibility`),
    'audience, frozen': of(BOSS, `${plans}/items/${plan.itemId}/audience`),
    'audience, joiners and leavers': of(PLANNER, `${plans}/items/${plan.itemId}/audience/changes`),
    'schedule of a week, own': sellers.map((person) => ({ person, path: `/api/schedule?${week}&whose=me` })),
    'My day of an owner': sellers.map((person) => ({ person, path: '/api/my-day' })),
    'touchpoints of a customer': ids.slice(0, 200).map((id, i) => ({ person: i % people.length, path: `/api/customers/${id}/touchpoints` })),
  };
}
