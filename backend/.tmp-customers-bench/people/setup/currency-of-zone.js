const BY_ZONE = {
    'Asia/Hong_Kong': 'HKD',
    'Asia/Macau': 'MOP',
    'Asia/Taipei': 'TWD',
    'Asia/Singapore': 'SGD',
    'Asia/Kuala_Lumpur': 'MYR',
    'Asia/Tokyo': 'JPY',
    'Asia/Seoul': 'KRW',
    'Asia/Kolkata': 'INR',
    'Asia/Bangkok': 'THB',
    'Asia/Jakarta': 'IDR',
    'Europe/London': 'GBP',
    'Europe/Zurich': 'CHF',
    'America/New_York': 'USD',
    'America/Chicago': 'USD',
    'America/Denver': 'USD',
    'America/Los_Angeles': 'USD',
    'America/Toronto': 'CAD',
    'Australia/Sydney': 'AUD',
    'Australia/Melbourne': 'AUD',
};
const EURO_CITIES = /^Europe\/(Amsterdam|Athens|Berlin|Bratislava|Brussels|Dublin|Helsinki|Lisbon|Ljubljana|Luxembourg|Madrid|Malta|Paris|Riga|Rome|Tallinn|Vienna|Vilnius|Zagreb)$/;
/** The currency (ISO 4217) that a new organisation starts with, by its time zone; the yuan where the zone says nothing. */
export const currencyOfZone = (timeZone) => BY_ZONE[timeZone] ?? (EURO_CITIES.test(timeZone) ? 'EUR' : 'CNY');
