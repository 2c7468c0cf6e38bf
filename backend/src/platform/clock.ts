import { Injectable } from '@nestjs/common';

/** The only place that asks the machine for the time; tests put a fixed or moving one in its place. */
@Injectable()
export class Clock {
  /** The present instant. */
  now(): Date {
    return new Date();
  }
}
