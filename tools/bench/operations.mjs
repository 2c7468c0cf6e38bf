// What is measured: for each operation the requests it is made of.
import { randomFrom } from './dataset.mjs';

const DAY_MS = 86_400_000;
const dayFrom = (days) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** The reads, each as a list of `{person, path}`; `person` is the index of who asks. */
export function reads({ ids, names, phones, tiers, stages }, count) {
  const random = randomFrom(7);
  const any = () => Math.floor(random() * ids.length);
  const of = (make) => Array.from({ length: count }, (_, i) => make(i));
  const person = (customer) => customer % 40;
  const chinese = names.map((name, i) => [name, i]).filter(([name]) => /^[\u4e00-\u9fff]{2,3}$/.test(name));
  const latin = names.filter((name) => /^[A-Z]\S+ [A-Z]/.test(name));
  const at = (list) => list[Math.floor(random() * list.length)];
  return {
    'timeline page': of(() => { const c = any(); return { person: person(c), path: `/api/customers/${ids[c]}/timeline?limit=20` }; }),
    'customer list with filter': of((i) => ({ person: i % 40, path: `/api/customers?limit=50&stageIds=${stages[i % 4]}&tierIds=${tiers[2]},${tiers[3]}&sort=${i % 2 ? 'name' : '-lastContact'}` })),
    'My day': of((i) => ({ person: i % 40, path: '/api/my-day' })),
    'search, Latin': of((i) => ({ person: i % 40, path: `/api/search?limit=10&q=${encodeURIComponent(at(latin).slice(0, 4 + (i % 5)))}` })),
    'search, two Chinese characters': of((i) => ({ person: i % 40, path: `/api/search?limit=10&q=${encodeURIComponent(at(chinese)[0].slice(0, 2))}` })),
    'search, pinyin initials': of((i) => ({ person: i % 40, path: `/api/search?limit=10&q=${at(['wwm', 'lxh', 'zgm', 'cjg', 'hml', 'lyx', 'ymj', 'zxy'])}` })),
    'search, phone tail': of((i) => ({ person: i % 40, path: `/api/search?limit=10&q=${at(phones).slice(-5)}` })),
  };
}

/** A contact to log with customer number `c`: two of three with a next date, the others leave it to the cadence. */
export function contactWith(c, { ids, channel, reached, noAnswer }) {
  const nextStep = c % 3 === 0 ? { kind: 'cadence' } : { kind: 'touchpoint', dueOn: dayFrom(3 + (c % 20)), purpose: 'Ask for the decision' };
  return { customerId: ids[c], channelId: channel, dispositionId: c % 2 ? reached : noAnswer, text: 'Spoke about the offer; they compare two suppliers.', nextStep };
}
