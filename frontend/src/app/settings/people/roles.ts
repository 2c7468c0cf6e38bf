import { View } from '../../core/api';

/** What a person may do. */
export type Role = View<'AccountView'>['roles'][number];

/** Which rows a person sees. */
export type Scope = View<'AccountView'>['dataScope'];

/** All roles, from the everyday one to the one that runs Tangent. */
export const ROLES: readonly Role[] = ['sales', 'team_lead', 'manager', 'administrator'];

/** All data scopes, from the fewest rows to all. */
export const SCOPES: readonly Scope[] = ['own', 'reports', 'team', 'team_tree', 'all'];
