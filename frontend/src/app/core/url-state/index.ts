export { urlState, type UrlState } from './url-state';
