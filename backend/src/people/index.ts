export { Team } from './team.entity.ts';
export { DATA_SCOPES, Person, ROLES, type DataScope, type Role } from './person.entity.ts';
export { Organisation } from './organisation.entity.ts';
export type { Actor, Visibility } from './actor.ts';
export { type Predicate, seesPerson, visibleCustomers } from './visible.ts';
export { type Right, RIGHTS, rightsOf } from './rights.ts';
export { CurrentActor, Needs, Public, SessionGuard } from './session.guard.ts';
export { PeopleModule } from './people.module.ts';
