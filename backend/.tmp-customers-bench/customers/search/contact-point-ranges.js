import { digitsOf } from "../../kernel/index.js";
import { reversed } from "../contact-people/contact-points.rules.js";
const SHORTEST_TAIL = 3;
const SHORTEST_ADDRESS = 3;
const WHOLE_NUMBER = 8;
const PHONE = /^\+?[\d\s().-]+$/;
const ADDRESS = /^[^\s@<>,;()]+(?:@[^\s@<>]*)?$/;
// The last key that a text of the C collation can begin with.
const AFTER_ALL = '\u{10ffff}';
/** Where a query may be the tail of a telephone number (three digits or more) or the beginning of an e-mail address. */
export function contactPointRanges(query) {
    const text = query.normalize('NFKC').trim().toLowerCase();
    return [...tailsIn(text).map((tail) => rangeOf('phone', reversed(tail))), ...(isAddress(text) ? [rangeOf('email', text)] : [])];
}
const rangeOf = (kind, start) => ({ kind, from: start, until: start + AFTER_ALL });
function tailsIn(text) {
    if (!PHONE.test(text))
        return [];
    const digits = text.replace(/\D/g, '');
    // A whole number may carry a country code or a trunk 0, which the kept one does not.
    const tails = digits.length >= WHOLE_NUMBER ? [digits, digitsOf(text)] : [digits];
    return [...new Set(tails)].filter((tail) => tail.length >= SHORTEST_TAIL);
}
const isAddress = (text) => text.length >= SHORTEST_ADDRESS && ADDRESS.test(text) && /[a-z\d]/.test(text);
