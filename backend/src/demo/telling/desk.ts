import type { Actor } from '../../people/index.ts';
import type { Tools } from '../company/tools.ts';
import type { DemoClock } from '../demo-clock.ts';
import type { Dice } from '../dice.ts';
import type { Frame } from '../frame.ts';

const HOUR = 60;
// Of sample data nothing is ever sent twice with another body.
const fingerprint = Buffer.from('sample');

interface Entry {
  readonly english: string;
  readonly chinese: string;
}

const TASKS: readonly Entry[] = [
  { english: 'Send the monthly figures', chinese: '提交本月销售数据' }, { english: 'Check the price list for next quarter', chinese: '核对下季度价目表' },
  { english: 'Order samples for the fair', chinese: '申请展会样机' }, { english: 'Write the visit report', chinese: '写拜访报告' },
  { english: 'Ask the workshop for the repair date', chinese: '向售后确认维修日期' }, { english: 'Hand in travel expenses', chinese: '报销差旅费' },
];
const MEETINGS: readonly (Entry & { readonly place: string | null; readonly minutes: number })[] = [
  { english: 'Team meeting', chinese: '小组例会', place: '3F', minutes: 45 }, { english: 'Product training: new membranes', chinese: '产品培训：新型膜元件', place: '5F', minutes: 90 },
  { english: 'Review of open quotations', chinese: '未结报价复盘', place: null, minutes: HOUR },
];
const FAIR: Entry = { english: 'Water technology fair', chinese: '水处理展览会' };

/** Fills somebody's calendar around today: tasks that are late, due, to come and done, meetings of these weeks, a fair. Happens once, however often it is asked for. */
export class Desk {
  private count = 0;

  constructor(
    private readonly tools: Tools,
    private readonly clock: DemoClock,
    private readonly frame: Frame,
    private readonly actor: Actor,
    private readonly dice: Dice,
  ) {}

  /** Adds everything. */
  async fill(): Promise<void> {
    const tasks = this.dice.shuffled(TASKS);
    const writtenAt = this.frame.moment(Math.max(0, this.frame.last - 7), this.dice);
    await this.clock.at(writtenAt, async () => {
      for (const [i, days] of [-2, 0, 1, 4].entries()) await this.task(tasks[i], days);
      for (const days of [-4, -3]) await this.finished(tasks.at(days), days);
      for (const days of [-3, 1, 6]) await this.meeting(this.dice.pick(MEETINGS), days);
      await this.once((actor) => this.tools.events.add(actor, { subject: this.text(FAIR), onDay: this.frame.fromToday(7), lastDay: this.frame.fromToday(8), place: 'Shanghai' }));
    });
  }

  private async task(entry: Entry | undefined, days: number): Promise<{ id: string } | undefined> {
    return entry && this.once((actor) => this.tools.tasks.add(actor, { subject: this.text(entry), dueOn: this.frame.fromToday(days) }));
  }

  private async finished(entry: Entry | undefined, days: number): Promise<void> {
    const task = await this.task(entry, days);
    if (task) await this.clock.at(this.frame.at(this.frame.fromToday(days), this.dice.whole(10, 17) * HOUR), () => this.tools.tasks.complete(this.actor, task.id, true));
  }

  private async meeting(entry: (typeof MEETINGS)[number], days: number): Promise<void> {
    const startsAt = this.frame.at(this.frame.fromToday(days), (this.dice.whole(9, 16) * 4 + 2) * (HOUR / 4));
    const endsAt = new Date(startsAt.getTime() + entry.minutes * 60_000);
    await this.once((actor) => this.tools.events.add(actor, { subject: this.text(entry), startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), place: entry.place }));
  }

  private once(work: (actor: Actor) => Promise<{ id: string }>): Promise<{ id: string }> {
    this.count += 1;
    return work({ ...this.actor, once: { key: `sample-desk-${String(this.count).padStart(3, '0')}`, fingerprint } });
  }

  private text({ english, chinese }: Entry): string {
    return this.actor.language === 'en' ? english : chinese;
  }
}
