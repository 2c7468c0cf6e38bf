import { Channel } from "../channels/index.js";
import { CustomField, Stage, Tier } from "../customers/index.js";
import { Disposition, Outcome } from "../follow-ups/index.js";
/** The lists of the vocabulary, by the word in their address. */
export const LISTS = ['channels', 'dispositions', 'outcomes', 'stages', 'tiers', 'fields'];
/** The entity behind each list. */
export const ENTITY_OF = {
    channels: Channel,
    dispositions: Disposition,
    outcomes: Outcome,
    stages: Stage,
    tiers: Tier,
    fields: CustomField,
};
const entryView = ({ id, key, names, position, archivedAt, version }) => ({ id, key, names, position, isArchived: archivedAt !== null, version });
/** How each list shows its entries. */
export const viewOf = {
    channels: (row) => ({
        ...entryView(row),
        contactKind: row.contactKind,
        icon: row.icon,
        isTwoWay: row.isTwoWay,
        isLive: row.isLive,
        responseMinutes: row.responseMinutes,
        isResponseInWorkingTime: row.isResponseInWorkingTime,
    }),
    dispositions: (row) => ({ ...entryView(row), kind: row.kind }),
    outcomes: (row) => entryView(row),
    stages: (row) => ({ ...entryView(row), kind: row.kind }),
    tiers: (row) => ({ ...entryView(row), idealDays: row.idealDays, maximumDays: row.maximumDays }),
    fields: (row) => ({ ...entryView(row), kind: row.kind, choices: row.choices, isRequired: row.isRequired }),
};
