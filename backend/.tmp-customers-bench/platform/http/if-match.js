import { createParamDecorator } from '@nestjs/common';
import { malformed, preconditionRequired } from "../../kernel/index.js";
/** The version that a change was made from, out of the `If-Match` header; 428 when it is missing. */
export const IfMatch = createParamDecorator((_data, context) => versionOf(context.switchToHttp().getRequest().headers['if-match']));
/** Reads `"3"`, `3` or `W/"3"`. */
export function versionOf(header) {
    if (header === undefined)
        throw preconditionRequired();
    const digits = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1];
    if (digits === undefined)
        throw malformed('bad_version');
    return Number(digits);
}
