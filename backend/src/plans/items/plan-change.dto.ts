import { Day, Id, Ids, Nested, Text } from '../../platform/http/fields.ts';
import { AddPlanItem, ChangePlanItem } from './plan-items.dto.ts';

const MOST = 200;

/** What changes of a running plan itself; what is left out stays. Its beginning stays as it is, another budget is asked for by itself. */
export class ChangeRunningHead {
  @Text({ max: 160, optional: true })
  name?: string;

  /** The first day that is not in it any more. */
  @Day({ optional: true })
  untilOn?: string;

  @Text({ max: 4_000, min: 0, optional: true })
  objective?: string;

  @Id({ optional: true, nullable: true })
  teamId?: string | null;

  @Id({ optional: true })
  responsibleId?: string;
}

/** What changes of one item. */
export class ChangeRunningItem extends ChangePlanItem {
  @Id()
  id: string;
}

/** What changes of a plan whose contacts are made already. */
export class ChangeRunningPlan {
  @Nested(() => ChangeRunningHead, { optional: true })
  plan?: ChangeRunningHead;

  @Nested(() => ChangeRunningItem, { max: MOST, optional: true })
  change?: ChangeRunningItem[];

  @Nested(() => AddPlanItem, { max: MOST, optional: true })
  add?: AddPlanItem[];

  @Ids({ max: MOST, optional: true })
  remove?: string[];

  @Text({ max: 2_000, min: 0, optional: true })
  comment?: string;
}
