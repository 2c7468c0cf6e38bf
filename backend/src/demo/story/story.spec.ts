import { DEFAULT_WEEK } from '../../kernel/index.ts';
import { TWELVE } from '../company/people.ts';
import { Dice } from '../dice.ts';
import { Frame } from '../frame.ts';
import { draftCustomers } from './drafts.ts';
import { profileOf } from './profile.ts';
import { storyOf } from './story.ts';

const calendar = { week: DEFAULT_WEEK, exceptions: new Map(), timeZone: 'Asia/Shanghai' };
const told = (now: string, start: string, count: number) => {
  const [frame, dice] = [new Frame(start, new Date(now), calendar), new Dice('test')];
  return draftCustomers(TWELVE.people, count, dice).map((draft) => {
    const own = dice.for(draft.number);
    const profile = profileOf(draft, `sample-${draft.number}`, frame, { dice: own.for('profile'), idOf: (word) => word });
    return { profile, story: storyOf(profile, frame, own.for('story')) };
  });
};

describe('the stories of sample customers', () => {
  it.each([
    ['on a working afternoon', '2026-11-25T07:00:00Z', '2024-11-25'],
    ['just after midnight', '2026-11-24T16:10:00Z', '2024-11-25'],
    ['on a Sunday', '2026-11-22T04:00:00Z', '2024-11-25'],
    ['at opening', '2026-11-25T01:05:00Z', '2024-11-25'],
    ['after two months only', '2026-11-25T07:00:00Z', '2026-09-21'],
  ])('told %s run forward and never overtake the present', (_when, now, start) => {
    for (const { story } of told(now, start, 400)) {
      const moments = [story.createdAt, ...story.steps.map(({ at }) => at)];
      expect(moments).toEqual([...moments].sort((a, b) => a.getTime() - b.getTime()));
      expect(moments.filter((at) => at > new Date(now))).toEqual([]);
      expect(story.steps.filter((step) => step.kind === 'contact' && step.occurredAt > step.at)).toEqual([]);
    }
  });

  it('are the same every time', () => {
    const once = JSON.stringify(told('2026-11-25T07:00:00Z', '2024-11-25', 60));
    expect(JSON.stringify(told('2026-11-25T07:00:00Z', '2024-11-25', 60))).toBe(once);
  });

  it('have names that come once, and lines without a gap left in them', () => {
    const all = told('2026-11-25T07:00:00Z', '2024-11-25', 1_500);
    const people = all.filter(({ profile }) => profile.input.kind === 'person').map(({ profile }) => profile.input.name);
    expect(new Set(people).size).toBe(people.length);
    expect(all.flatMap(({ story }) => story.steps).filter((step) => step.kind === 'contact' && /[{}]|undefined/.test(step.text))).toEqual([]);
  });

  it('convert more often where the source is better', () => {
    const all = told('2026-11-25T07:00:00Z', '2024-11-25', 1_500);
    const share = (source: string): number => {
      const decided = all.filter(({ profile }) => profile.source.name === source && profile.fate !== 'open');
      return decided.filter(({ profile }) => profile.fate === 'won').length / decided.length;
    };
    expect(share('Referral')).toBeGreaterThan(share('Exhibition'));
    expect(share('Exhibition')).toBeGreaterThan(share('Cold call'));
  });
});
