/** One of the lines, filled in; the same customer keeps the same goods all along. */
export function phrase({ words, people, number, tier }, lines, { person, amount }, dice) {
    const sum = amount ?? Math.round((tier.order * (0.5 + dice.share())) / 100) * 100;
    const slots = {
        p: people[person] ?? people[0] ?? '', g: words.goods[number % words.goods.length] ?? '', n: String(dice.whole(2, 24)), a: sum.toLocaleString('en'), d: dice.pick(words.days),
    };
    return dice.pick(lines).replace(/\{([pgnad])\}/g, (_, slot) => slots[slot] ?? '');
}
