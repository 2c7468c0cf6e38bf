export { Format, NOTHING } from './format';
export { addDays, addMonths, dateOf, daysBetween, daysInMonth, isLocalDate, partsOf, utc, weekdayOf, type LocalDate } from './local-date';
export { inZone, instantOf } from './zoned';
export { linkOf } from './contact-link';
