export { Vocabulary } from './vocabulary.ts';
export { VocabularyModule } from './vocabulary.module.ts';
