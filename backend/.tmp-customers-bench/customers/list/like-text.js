/** A text as LIKE takes it literally. */
export const likeText = (text) => text.replace(/[\\%_]/g, '\\$&');
