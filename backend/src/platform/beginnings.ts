import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What one feature puts into an installation that has just been set up, in the same transaction. */
export type Beginning = (tx: EntityManager) => Promise<void>;

/** Lets features above `people` add to the first setup without `people` knowing them. */
@Injectable()
export class Beginnings {
  private readonly known: Beginning[] = [];

  /** Called by a feature when its module starts. */
  add(beginning: Beginning): void {
    this.known.push(beginning);
  }

  /** Runs them one after the other; called by the first setup once the organisation is stored. */
  async run(tx: EntityManager): Promise<void> {
    for (const beginning of this.known) await beginning(tx);
  }
}
