import { Flag, Id, Text } from '../../platform/http/fields.ts';

/** A team in the tree. */
export class TeamView {
  id: string;
  name: string;

  /** The team above, null at the top. */
  parentId: string | null;

  /** 0 at the top of the tree. */
  depth: number;

  isArchived: boolean;

  /** People in the team itself whose account is not disabled. */
  peopleCount: number;

  version: number;
}

/** The teams, each followed by those below it. */
export class TeamsView {
  items: TeamView[];
}

/** Which teams to list. */
export class TeamsQuery {
  /** With the archived ones. */
  @Flag({ optional: true })
  archived?: boolean;
}

/** A new team. */
export class CreateTeam {
  @Text({ max: 120 })
  name: string;

  @Id({ nullable: true, optional: true })
  parentId?: string | null;
}

/** What to change of a team; what is left out stays. */
export class ChangeTeam {
  @Text({ max: 120, optional: true })
  name?: string;

  /** Null moves it to the top. */
  @Id({ nullable: true, optional: true })
  parentId?: string | null;
}
