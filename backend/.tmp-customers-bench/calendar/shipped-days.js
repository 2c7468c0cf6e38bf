import library from 'chinese-days';
import { addDays, rangeOfDays } from "../kernel/index.js";
/** The regulation on holidays in its present form is in force from this year (State Council order 795 of 2024-11-10). */
const LAW_SINCE = 2025;
const LAST_LUNAR_YEAR = 2099;
const NAMES = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };
/** Mainland China's official calendar of a year as far as it is known to this version of the product. */
export function shippedYear(year) {
    const arranged = arrangementOf(year);
    if (arranged.length)
        return { completeness: 'arrangement', days: arranged };
    const days = statutoryDaysOf(year);
    return { completeness: days.length ? 'statutory' : 'none', days };
}
/** The yearly notice of the State Council as the library `chinese-days` (MIT) holds it; empty for a year that it does not know. */
function arrangementOf(year) {
    return rangeOfDays(`${year}-01-01`, `${year + 1}-01-01`).flatMap((day) => {
        const { name, work } = library.getDayDetail(day);
        // An arranged day is named "English,中文,n", any other by its weekday.
        const official = name.split(',')[1];
        return official ? [{ day, kind: work ? 'working' : 'holiday', name: NAMES[official] ?? official }] : [];
    });
}
/** The thirteen days of article 2 of the regulation 全国年节及纪念日放假办法; the dates of the lunar ones are computed by the library. */
export function statutoryDaysOf(year) {
    if (year < LAW_SINCE || year > LAST_LUNAR_YEAR)
        return [];
    const lunar = (month, day) => library.getSolarDateFromLunar(`${year}-${month}-${day}`).date;
    const springFestival = lunar(1, 1);
    const qingming = library.getSolarTermDate(year, 4, 'pure_brightness');
    const blocks = [
        ['元旦', `${year}-01-01`, 1],
        ['春节', addDays(springFestival, -1), 4],
        ['清明节', qingming, 1],
        ['劳动节', `${year}-05-01`, 2],
        ['端午节', lunar(5, 5), 1],
        ['中秋节', lunar(8, 15), 1],
        ['国庆节', `${year}-10-01`, 3],
    ];
    const days = blocks.flatMap(([name, first, length]) => rangeOfDays(first, addDays(first, length)).map((day) => ({ day, kind: 'holiday', name })));
    return [...new Map(days.map((entry) => [entry.day, entry])).values()].sort((a, b) => a.day.localeCompare(b.day));
}
