import type { Dice } from '../dice.ts';
import type { Profile } from './profile.ts';

const amounts = new Intl.NumberFormat('en');

/** What a line is filled with. */
export interface Slots {
  readonly person: number;
  readonly amount?: number | undefined;
}

/** One of the lines, filled in; the same customer keeps the same goods all along. */
export function phrase({ words, people, number, tier }: Profile, lines: readonly string[], { person, amount }: Slots, dice: Dice): string {
  const sum = amount ?? Math.round((tier.order * (0.5 + dice.share())) / 100) * 100;
  const slots: Readonly<Record<string, string>> = {
    p: people[person] ?? people[0] ?? '', g: words.goods[number % words.goods.length] ?? '', n: String(dice.whole(2, 24)), a: amounts.format(sum), d: dice.pick(words.days),
  };
  return dice.pick(lines).replace(/\{([pgnad])\}/g, (_, slot: string) => slots[slot] ?? '');
}
