export { PageTitles } from './page-title';
