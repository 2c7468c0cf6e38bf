/** What happens with a word that is not known: the row is refused, the cell counts as empty, a choice of the custom field is added, or it becomes a tag. */
export const UNKNOWN_WORDS = ['error', 'leave_empty', 'create', 'tag'];
