import { Flag, Id, Ids, Nested, Whole } from '../../platform/http/fields.ts';

/** Gives a customer to somebody. */
export class ChangeOwner {
  /** Null: nobody for now. */
  @Id({ nullable: true })
  ownerId: string | null;

  /** Left out: the new owner's team. */
  @Id({ optional: true, nullable: true })
  teamId?: string | null;

  /** Whether the old owner's open touchpoints with the customer follow; left out: yes. */
  @Flag({ optional: true })
  moveTouchpoints?: boolean;
}

/** Gives several customers to somebody: all of them or, when one of them can not be found, none. */
export class ChangeOwners extends ChangeOwner {
  @Ids({ max: 500 })
  ids: string[];
}

/** A customer that was given to somebody, as it was left then. */
export class GivenCustomer {
  @Id()
  id: string;

  /** Its version after the change; a later one is refused (412), because something else happened since. */
  @Whole({ min: 1, max: 2_147_483_647 })
  version: number;
}

/** Takes one's own last change of owner back: all of them or none. */
export class TakeBackOwners {
  @Nested(() => GivenCustomer, { max: 500 })
  given: GivenCustomer[];
}

/** A customer that was given to somebody. */
export class GivenCustomerView {
  id: string;
  version: number;
}

/** What became of a change of owner. */
export class OwnersChangedView {
  /** Customers whose owner or team is another one than before. */
  changed: number;

  /** The same customers, for taking the change back. */
  given: GivenCustomerView[];
}

/** One change of owner or team. */
export class OwnerChangeView {
  id: string;
  fromOwnerId: string | null;
  toOwnerId: string | null;
  fromTeamId: string | null;
  toTeamId: string | null;
  changedAt: string;
  changedById: string;
}

/** All changes of a customer's owner and team, newest first. */
export class OwnerHistoryView {
  items: OwnerChangeView[];
}
