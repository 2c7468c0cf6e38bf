/** Regions whose official calendar is shipped. */
export const OFFICIAL_REGIONS = ['CN'];
const ZONES_OF_MAINLAND_CHINA = new Set(['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'Asia/Kashgar', 'PRC']);
/** The region whose official calendar an organisation in this zone follows, or null where none is shipped. */
export const officialRegionOf = (timeZone) => (ZONES_OF_MAINLAND_CHINA.has(timeZone) ? 'CN' : null);
const HOLIDAYS = {
    元旦: { en: 'New Year’s Day', 'zh-Hans': '元旦', 'zh-Hant': '元旦' },
    春节: { en: 'Spring Festival', 'zh-Hans': '春节', 'zh-Hant': '春節' },
    清明节: { en: 'Qingming Festival', 'zh-Hans': '清明节', 'zh-Hant': '清明節' },
    劳动节: { en: 'Labour Day', 'zh-Hans': '劳动节', 'zh-Hant': '勞動節' },
    端午节: { en: 'Dragon Boat Festival', 'zh-Hans': '端午节', 'zh-Hant': '端午節' },
    中秋节: { en: 'Mid-Autumn Festival', 'zh-Hans': '中秋节', 'zh-Hant': '中秋節' },
    国庆节: { en: 'National Day', 'zh-Hans': '国庆节', 'zh-Hant': '國慶節' },
};
/** The name of a day in the person's language: official holidays are translated, what people typed is shown as it is. */
export const dayNameIn = (language, name) => HOLIDAYS[name]?.[language] ?? name;
