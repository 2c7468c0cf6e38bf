export { changesOf } from './changes';
export { submission, type Submission } from './submission';
