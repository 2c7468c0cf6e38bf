/** 97.5 % quantile of the standard normal distribution, for two-sided 95 % (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1, to more digits). */
const Z_95 = 1.959963984540054;
/** The share `count ÷ n` with its Wilson interval; RangeError unless 0 ≤ count ≤ n are whole numbers. */
export function rate(count, n) {
    const interval = wilsonInterval(count, n);
    return { value: interval && count / n, count, n, interval };
}
/**
 * 95 % score interval of a proportion without continuity correction; null when n is 0.
 * Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209–212; method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872.
 */
export function wilsonInterval(count, n) {
    if (!Number.isInteger(count) || !Number.isInteger(n) || count < 0 || count > n)
        throw new RangeError(`not a share: ${count} of ${n}`);
    if (n === 0)
        return null;
    const p = count / n;
    const zz = Z_95 ** 2;
    const middle = p + zz / (2 * n);
    const reach = Z_95 * Math.sqrt((p * (1 - p)) / n + zz / (4 * n * n));
    // At the ends the formula gives 0 and 1 exactly; floating point would miss them by a hair.
    return {
        low: count === 0 ? 0 : (middle - reach) / (1 + zz / n),
        high: count === n ? 1 : (middle + reach) / (1 + zz / n),
    };
}
/** The middle value, the mean of the two middle ones for an even number; null for none. */
export function median(values) {
    return quantile(values, 0.5);
}
/**
 * Quantile by linear interpolation between the two nearest ranks, at position (n − 1) · share from 0, as PostgreSQL's `percentile_cont` does; null for no values.
 * Source: type 7 of R. J. Hyndman and Y. Fan, The American Statistician 50 (1996) 361–365.
 */
export function quantile(values, share) {
    if (!(share >= 0 && share <= 1))
        throw new RangeError(`not a share: ${share}`);
    if (values.some((value) => Number.isNaN(value)))
        throw new RangeError('a quantile needs numbers');
    const sorted = Float64Array.from(values).sort();
    const position = (sorted.length - 1) * share;
    const low = sorted[Math.floor(position)];
    const high = sorted[Math.ceil(position)];
    if (low === undefined || high === undefined)
        return null;
    return low === high ? low : low + (high - low) * (position - Math.floor(position));
}
/**
 * Product-limit estimate of the share without the event, one step for each distinct time in order; who is censored at a time is still at risk for events at that time.
 * Source: E. L. Kaplan and P. Meier, Journal of the American Statistical Association 53 (1958) 457–481. RangeError for times that are negative or no numbers.
 */
export function kaplanMeier(observations) {
    const tallies = new Map();
    for (const { time, isEvent } of observations) {
        if (!(time >= 0))
            throw new RangeError(`not a time: ${time}`);
        const tally = tallies.get(time) ?? { events: 0, censored: 0 };
        tally[isEvent ? 'events' : 'censored']++;
        tallies.set(time, tally);
    }
    let atRisk = observations.length;
    let survival = 1;
    return [...tallies].sort(([a], [b]) => a - b).map(([time, { events, censored }]) => {
        survival *= (atRisk - events) / atRisk;
        const step = { time, atRisk, events, censored, survival };
        atRisk -= events + censored;
        return step;
    });
}
/** Share without the event at a time: the last step at or before it, 1 before the first. */
export function survivalAt(curve, time) {
    return curve.findLast((step) => step.time <= time)?.survival ?? 1;
}
