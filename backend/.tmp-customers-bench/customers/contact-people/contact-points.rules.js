import { digitsOf, emailKeyOf, searchTextOf } from "../../kernel/index.js";
/** By what a contact point is found: the digits of a number reversed, so that its tail is a prefix; an address or a name in lower case. */
export function searchKeyOf({ kind, value }) {
    if (kind === 'phone')
        return reversed(digitsOf(value));
    return (kind === 'email' ? emailKeyOf(value) : null) ?? searchTextOf(value);
}
/** What is wrong with a contact point, or null: a number needs a digit, an e-mail address has to look like one. */
export function wrongWith({ kind, value }, field) {
    if (kind === 'phone' && digitsOf(value) === '')
        return { field, code: 'bad_phone' };
    if (kind === 'email' && emailKeyOf(value) === null)
        return { field, code: 'bad_email' };
    return null;
}
/** A text of plain digits from behind. */
export const reversed = (digits) => digits.split('').reverse().join('');
