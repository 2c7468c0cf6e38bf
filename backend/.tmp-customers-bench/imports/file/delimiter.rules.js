/** What may stand between two cells. */
export const DELIMITERS = [',', ';', '\t', '|'];
const LINES_LOOKED_AT = 50;
/** The delimiter that cuts the first lines most evenly; a comma when none cuts at all. Delimiters inside quotes do not count. */
export function delimiterOf(text) {
    const lines = linesOf(text);
    let best = ',';
    let bestScore = 0;
    for (const delimiter of DELIMITERS) {
        const score = evenness(lines.map((line) => line.split(delimiter).length - 1));
        if (score > bestScore)
            [best, bestScore] = [delimiter, score];
    }
    return best;
}
/** Lines that agree with the header, times a little more for more cells: a comma in a few texts does not beat a semicolon in every line. */
function evenness(counts) {
    const inHeader = counts[0] ?? 0;
    if (inHeader === 0)
        return 0;
    const agreeing = counts.filter((count) => count === inHeader).length / counts.length;
    return agreeing * (1 + Math.log2(inHeader + 1) / 8);
}
/** The first whole lines with everything in quotes taken out. */
function linesOf(text) {
    const bare = text.replace(/"(?:[^"]|"")*"/g, '').replace(/"[^"]*$/, '');
    const lines = bare.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
    return lines.slice(0, LINES_LOOKED_AT);
}
