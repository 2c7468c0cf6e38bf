const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const STEP = 0x6d2b79f5;
const RANGE = 4_294_967_296;
const hashOf = (word) => [...word].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), FNV_PRIME), FNV_OFFSET);
/** Random choices that come out the same for the same word (mulberry32, public domain by Tommy Ettinger). */
export class Dice {
    constructor(word) {
        this.word = word;
        this.state = hashOf(word);
    }
    /** Dice of their own for a part, so that one part changes nothing of the others. */
    for(part) {
        return new Dice(`${this.word}/${part}`);
    }
    /** From 0 up to but not including 1. */
    share() {
        this.state = (this.state + STEP) | 0;
        let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / RANGE;
    }
    /** True in that share of the throws. */
    chance(share) {
        return this.share() < share;
    }
    /** A whole number from `least` to `most`, both included. */
    whole(least, most) {
        return least + Math.floor(this.share() * (most - least + 1));
    }
    /** One of a list that is not empty. */
    pick(list) {
        const found = list[Math.floor(this.share() * list.length)];
        if (found === undefined)
            throw new Error(`nothing to pick from for ${this.word}`);
        return found;
    }
    /** One of several by their weights. */
    weighted(choices) {
        const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
        let left = this.share() * total;
        for (const [choice, weight] of choices)
            if ((left -= weight) < 0)
                return choice;
        return this.pick(choices)[0];
    }
    /** The list in another order. */
    shuffled(list) {
        return list.map((item) => ({ item, at: this.share() })).sort((a, b) => a.at - b.at).map(({ item }) => item);
    }
}
