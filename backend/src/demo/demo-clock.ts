import { AsyncLocalStorage } from 'node:async_hooks';
import { Clock } from '../platform/clock.ts';

/** A clock that stands at a chosen moment for the work that is done under it, and shows the present to everybody else. */
export class DemoClock extends Clock {
  private readonly moment = new AsyncLocalStorage<Date>();

  /** `present` is what the sample company takes for now. */
  constructor(readonly present: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.moment.getStore() ?? this.present);
  }

  /** Does the work as if it were that moment; nothing may happen later than now. */
  at<T>(moment: Date, work: () => Promise<T>): Promise<T> {
    if (moment > this.present) throw new RangeError(`${moment.toISOString()} has not come yet`);
    return this.moment.run(moment, work);
  }
}
