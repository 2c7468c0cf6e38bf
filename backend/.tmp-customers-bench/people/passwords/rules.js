import { invalid } from "../../kernel/index.js";
import { COMMON_PASSWORDS } from "./common-passwords.js";
/** How long a password may be, in characters. */
export const PASSWORD_LENGTH = { min: 10, max: 200 };
const LEAST_OF_ITS_OWN = 6;
const SHORTEST_NAME = 3;
const FEWEST_DIFFERENT = 4;
const plain = (text) => text.normalize('NFKC').toLowerCase();
/** Refuses, beside `field`, a password that everybody tries first or that is little more than the person's name or e-mail address. */
export function refuseWeakPassword(password, owner, field) {
    const text = plain(password);
    if (COMMON_PASSWORDS.has(text) || new Set(text).size < FEWEST_DIFFERENT)
        throw invalid(field, 'password_too_common');
    if (withoutOwn(text, owner).length < LEAST_OF_ITS_OWN)
        throw invalid(field, 'password_is_your_name');
}
function withoutOwn(text, { name, email }) {
    const account = email.split('@')[0] ?? '';
    const own = [email, account, name, name.replace(/\s+/g, ''), ...account.split(/[._+-]/), ...name.split(/\s+/)];
    const longestFirst = own.map(plain).filter((part) => part.length >= SHORTEST_NAME).sort((a, b) => b.length - a.length);
    return longestFirst.reduce((rest, part) => rest.replaceAll(part, ''), text);
}
