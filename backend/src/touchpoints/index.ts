export { Touchpoint, type TouchpointState } from './touchpoint.entity.ts';
