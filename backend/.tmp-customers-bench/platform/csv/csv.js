/** What a spreadsheet takes for a formula at the beginning of a cell, behind any apostrophes. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** Marks the beginning of a file as UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';
/** A cell that no spreadsheet runs: what could be a formula gets an apostrophe in front; {@link restoredCell} takes it away again. */
export const harmlessCell = (text) => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);
/** The text that {@link harmlessCell} made harmless; any other text stays as it is. */
export const restoredCell = (text) => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);
/** A line of a CSV file (RFC 4180) with its cells made harmless. */
export const csvLine = (cells) => `${cells.map((cell) => quoted(harmlessCell(cell))).join(',')}\r\n`;
const quoted = (cell) => (/[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell);
