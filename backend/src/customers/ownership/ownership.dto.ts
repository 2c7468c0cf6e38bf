import { Flag, Id, Ids } from '../../platform/http/fields.ts';

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

/** What became of a change of owner. */
export class OwnersChangedView {
  /** Customers whose owner or team is another one than before. */
  changed: number;
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
