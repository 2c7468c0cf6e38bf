const EXTENSION = /(?:ext|转|轉|分机|分機|[x#;,]).*$/;
const CHINESE_MOBILE_WITH_COUNTRY = /^86(?=1[3-9]\d{9}$)/;
const EMAIL = /^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+$/;
const MAX_EMAIL_LENGTH = 254;
/**
 * The digits by which a telephone number is compared: a Chinese one without +86 or 0086 and without the trunk 0, a foreign one with its country code and
 * without + or 00; no extension; empty when there is no digit.
 */
export function digitsOf(phone) {
    const text = phone.normalize('NFKC').toLowerCase().replace(/^\s*tel:/, '').replace(EXTENSION, '');
    const dialled = text.replace(/[^\d+]/g, '');
    if (!/^(?:\+|00)/.test(dialled)) {
        return dialled.replaceAll('+', '').replace(/^0/, '').replace(CHINESE_MOBILE_WITH_COUNTRY, '');
    }
    // The national trunk 0 in +44 (0)20 is not dialled from abroad.
    const digits = text.replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '');
    return digits.startsWith('86') ? digits.slice(2).replace(/^0/, '') : digits;
}
/**
 * An e-mail address in the form by which it is compared, lower case without `mailto:` and brackets; null when it is none (one @, a domain with a dot,
 * at most 254 characters).
 */
export function emailKeyOf(text) {
    const address = text.normalize('NFKC').toLowerCase().trim().replace(/^<?(?:mailto:)?/, '').replace(/>$/, '').replaceAll('。', '.').trim();
    return address.length <= MAX_EMAIL_LENGTH && EMAIL.test(address) ? address : null;
}
