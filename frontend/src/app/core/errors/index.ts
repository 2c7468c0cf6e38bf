export { Problem as Failure } from '../api';
export { Errors } from './errors';
