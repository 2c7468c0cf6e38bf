import { queryTokens, readingsOf, searchTextOf, spellingsOf, tokensOf } from "./search-text.js";
/**
 * Whether a text holds every run and word of a query, words of one or two letters at the beginning of a word only; `isLoose` lets Chinese characters
 * stand apart. False for a query without any word.
 */
export function matchesText(haystack, query, isLoose = false) {
    return holdsAll(spellingsOf(haystack), queryTokens(query), isLoose);
}
/** How well the best of the names fits the query; null when they do not, which is the check after a look-up by grams. */
export function rank(query, names) {
    const tokens = queryTokens(query);
    if (tokens.length === 0)
        return null;
    const readings = names.map(readingsOf);
    const texts = readings.flatMap((reading) => reading.texts);
    const joined = readings.flatMap((reading) => reading.joined);
    const sought = searchTextOf(query);
    const soughtJoined = sought.replaceAll(' ', '');
    if (texts.includes(sought) || joined.includes(soughtJoined))
        return 0;
    if (texts.some((text) => text.startsWith(sought)) || joined.some((text) => text.startsWith(soughtJoined)))
        return 1;
    const all = [...texts, ...joined];
    const words = all.flatMap(tokensOf);
    if (tokens.every((token) => words.some((word) => word.text.startsWith(token.text))))
        return 2;
    if (holdsAll(all, tokens, false))
        return 3;
    return holdsAll(all, tokens, true) ? 4 : null;
}
function holdsAll(texts, tokens, isLoose) {
    return tokens.length > 0 && tokens.every((token) => holds(texts, token, isLoose));
}
function holds(texts, { isCjk, text }, isLoose) {
    if (!isCjk && Array.from(text).length < 3)
        return texts.flatMap(tokensOf).some((word) => word.text.startsWith(text));
    if (texts.some((candidate) => candidate.includes(text)))
        return true;
    return isLoose && isCjk && texts.some((candidate) => Array.from(text).every((character) => candidate.includes(character)));
}
