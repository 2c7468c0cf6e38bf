import { Refusal } from '../../../kernel/index.ts';

/** What is no spreadsheet, or is one that can not be read (422). */
export const damaged = (params: Record<string, number> = {}): Refusal => new Refusal('bad_spreadsheet', 422, [], params);
