import { addDays, instantOf, isWorkingDay, localDateOf, localMinutesOf, rangeOfDays } from "../kernel/index.js";
const DAYS_AHEAD = 150;
const OPENING = 9 * 60 + 3;
const LUNCH = 11 * 60 + 52;
const AFTER_LUNCH = 13 * 60 + 28;
const CLOSING = 17 * 60 + 48;
/** Nothing is told of the last minutes, so that a story never overtakes the present. */
const LAST_MINUTES = 12;
/** The working days of the story, counted from its first one; a day of the story is a number of this count. */
export class Frame {
    constructor(start, now, calendar) {
        this.start = start;
        this.now = now;
        this.calendar = calendar;
        this.today = localDateOf(now, calendar.timeZone);
        this.days = rangeOfDays(start, addDays(this.today, DAYS_AHEAD)).filter((day) => isWorkingDay(day, calendar));
        const isLate = localMinutesOf(now, calendar.timeZone) > OPENING + 60;
        this.last = this.days.findLastIndex((day) => day < this.today || (isLate && day === this.today));
    }
    /** The local date of a day of the story. */
    on(day) {
        const found = this.days[Math.max(0, day)];
        if (found === undefined)
            throw new RangeError(`day ${day} lies outside the story`);
        return found;
    }
    /** The first day of the story that is on or after a date. */
    dayOf(date) {
        return this.days.findIndex((day) => day >= date);
    }
    /** A working day counted from today's: -1 is the last one before today, 1 the next after it. */
    fromToday(days) {
        if (days < 0)
            return this.on(this.days.findLastIndex((day) => day < this.today) + 1 + days);
        return days === 0 ? this.today : this.on(this.days.findIndex((day) => day > this.today) + days - 1);
    }
    /** The moment of a local time on a date. */
    at(date, minutes, seconds = 0) {
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        return new Date(instantOf(date, time, this.calendar.timeZone).getTime() + seconds * 1000);
    }
    /** A moment in office hours of a day; of today only one that is over. */
    moment(day, dice) {
        const [minutes, seconds] = [officeMinute(dice), dice.whole(0, 59)];
        const date = this.on(day);
        if (date < this.today)
            return this.at(date, minutes, seconds);
        const latest = localMinutesOf(this.now, this.calendar.timeZone) - LAST_MINUTES;
        return this.at(date, minutes < latest ? minutes : dice.whole(OPENING, Math.max(OPENING, Math.min(CLOSING, latest))), seconds);
    }
    /** Whether something can have happened by then. */
    isOver(moment) {
        return moment.getTime() <= this.now.getTime() - 60_000;
    }
}
/** Mornings and afternoons with a quiet noon; in minutes since midnight. */
export const officeMinute = (dice) => (dice.chance(0.52) ? dice.whole(OPENING, LUNCH) : dice.whole(AFTER_LUNCH, CLOSING));
