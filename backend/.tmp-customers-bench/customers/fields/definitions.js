import { rows, statement } from "../../platform/database/statements.js";
const current = statement('current_field_definitions', `SELECT key, kind, choices, is_required AS "isRequired" FROM custom_fields WHERE archived_at IS NULL ORDER BY position, key`);
/** The custom fields in use, in their order. */
export const fieldDefinitions = (on) => rows(on, current);
