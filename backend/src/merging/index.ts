export { MergingModule } from './merging.module.ts';
