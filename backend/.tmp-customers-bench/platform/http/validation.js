import { ValidationPipe } from '@nestjs/common';
import { invalidFields } from "../../kernel/index.js";
/** The first thing wrong with each field, by its path. */
export function fieldErrors(errors, path = '') {
    return errors.flatMap((error) => {
        const field = path ? `${path}.${error.property}` : error.property;
        const own = Object.keys(error.constraints ?? {});
        if (!own.length)
            return fieldErrors(error.children ?? [], field);
        if (own.includes('whitelistValidation'))
            return [{ field, code: 'unknown_field' }];
        if (error.value === undefined || error.value === null)
            return [{ field, code: 'required' }];
        // Decorators report in reverse order: the last is the most basic one.
        const said = (error.contexts?.[own.at(-1) ?? ''] ?? { code: 'bad_value' });
        return [said.params && Object.keys(said.params).length ? { field, code: said.code, params: said.params } : { field, code: said.code }];
    });
}
/** Checks every input class; unknown properties are refused. */
export const validation = () => new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false },
    exceptionFactory: (errors) => invalidFields(fieldErrors(errors)),
});
