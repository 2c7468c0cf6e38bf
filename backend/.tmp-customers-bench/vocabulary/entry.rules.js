const LONGEST = 40;
/** A stable word out of a name: lower-case letters, digits and underscores, starting with a letter; `entry` when nothing is left. */
export function slugOf(names) {
    const name = names.en ?? names.zhHans ?? names.zhHant ?? '';
    const slug = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^[_0-9]+|_+$/g, '').slice(0, LONGEST);
    return slug || 'entry';
}
/** The wanted word, or the first of `word_2`, `word_3` … that is not taken. */
export function freeKey(wanted, taken) {
    for (let n = 1;; n++) {
        const suffix = n === 1 ? '' : `_${n}`;
        const key = `${wanted.slice(0, LONGEST - suffix.length)}${suffix}`;
        if (!taken.has(key))
            return key;
    }
}
/** Whether a word given by hand can serve as a key. */
export const isKey = (word) => /^[a-z][a-z0-9_]{0,39}$/.test(word);
/** Why an entry can not be archived, given the entries that would stay; null when it can. */
export function archivalRefusal(list, staying) {
    if (list === 'stages') {
        if (!staying.some(({ kind }) => kind === 'open'))
            return 'an_open_stage_must_stay';
        return staying.some(({ kind }) => kind === 'won') ? null : 'a_won_stage_must_stay';
    }
    if (list === 'dispositions')
        return staying.some(({ kind }) => kind === 'reached') ? null : 'a_reached_disposition_must_stay';
    if (list === 'channels' || list === 'tiers')
        return staying.length ? null : 'one_must_stay';
    return null;
}
