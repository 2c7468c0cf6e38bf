export { submission, type Submission } from './submission';
