export { Directory } from './directory';
