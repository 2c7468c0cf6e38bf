export { Vocabulary, type EntryOf, type ListName, type VocabularyView } from './vocabulary';
