// The pages that are measured on the plan: for each the requests it is made of, `{person, path}`; -2 is who plans, -1 who decides, the others are sellers.
const [PLANNER, BOSS] = [-2, -1];
const DAY_MS = 86_400_000;
const dayFrom = (date, days) => new Date(date.getTime() + days * DAY_MS).toISOString().slice(0, 10);

/** The reads by name. */
export async function planReads({ client, ids, plan, people, begin, months }) {
  const sellers = people.map((_, person) => person);
  const of = (person, path) => [{ person, path: `/api${path}` }];
  const plans = `/plans/${plan.id}`;
  const monday = new Date(Date.now() - ((new Date().getUTCDay() + 6) % 7) * DAY_MS);
  const week = `from=${dayFrom(monday, 0)}&until=${dayFrom(monday, 7)}`;
  const year = `from=${dayFrom(begin, 0)}&until=${dayFrom(begin, months * 30)}`;
  const quarter = `from=${dayFrom(monday, -77)}&until=${dayFrom(monday, 14)}`;
  const cards = (await client.query(`SELECT id FROM touchpoints WHERE plan_item_id = $1 AND state = 'scheduled' ORDER BY id LIMIT 200`, [plan.itemId])).rows.map(({ id }) => id);
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
    'heat map of the plan': of(BOSS, `/coverage/heat-map?${year}&planId=${plan.id}`),
    'heat map of everything, a quarter': of(BOSS, `/coverage/heat-map?${quarter}`),
    'heat map drill-down': sellers.map((person) => ({ person: BOSS, path: `/api/coverage/touchpoints?${week}&planId=${plan.id}&ownerId=${people[person].id}` })),
    'over-contacted, a quarter': of(BOSS, `/coverage/over-contacted?${quarter}`),
    'owner absent, a quarter': of(BOSS, `/coverage/owner-absent?${quarter}`),
    'rebalance of a week, preview': [{ person: PLANNER, method: 'POST', path: '/api/reassignments/preview', body: { way: 'rebalance', planId: plan.id, toIds: people.slice(0, 10).map(({ id }) => id), ownerIds: people.slice(0, 10).map(({ id }) => id), from: dayFrom(monday, 14), until: dayFrom(monday, 28) } }],
    'spending of the plan': of(BOSS, `${plans}/spending`),
    'approvals waiting': of(BOSS, '/approvals?list=waiting'),
    'contact cards, 50 of the plan': of(PLANNER, `/contact-cards?planId=${plan.id}&limit=50`),
    'contact card': cards.map((id) => ({ person: PLANNER, path: `/api/contact-cards/${id}` })),
    'touchpoints of a customer': ids.slice(0, 200).map((id, i) => ({ person: i % people.length, path: `/api/customers/${id}/touchpoints` })),
  };
}
