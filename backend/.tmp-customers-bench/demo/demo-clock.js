import { AsyncLocalStorage } from 'node:async_hooks';
import { Clock } from "../platform/clock.js";
/** A clock that stands at a chosen moment for the work that is done under it, and shows the present to everybody else. */
export class DemoClock extends Clock {
    /** `present` is what the sample company takes for now. */
    constructor(present) {
        super();
        this.present = present;
        this.moment = new AsyncLocalStorage();
    }
    now() {
        return new Date(this.moment.getStore() ?? this.present);
    }
    /** Does the work as if it were that moment; nothing may happen later than now. */
    at(moment, work) {
        if (moment > this.present)
            throw new RangeError(`${moment.toISOString()} has not come yet`);
        return this.moment.run(moment, work);
    }
}
