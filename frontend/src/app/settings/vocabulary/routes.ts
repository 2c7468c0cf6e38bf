import { Routes } from '@angular/router';
import { scoped } from '../../core/i18n';
import type { ListName } from '../../core/vocabulary';
import { vocabularyTexts } from './texts';

const LISTS: readonly ListName[] = ['channels', 'dispositions', 'outcomes', 'stages', 'tiers', 'fields'];

/** One page of Settings per list of the vocabulary; children of Settings. */
export const vocabularyRoutes: Routes = scoped('vocabulary', vocabularyTexts, LISTS.map((list) => (
  { path: list, title: `vocabulary.${list}.title`, data: { list }, loadComponent: () => import('./vocabulary-page').then((m) => m.VocabularyPage) }
)));
