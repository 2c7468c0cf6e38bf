export { canEndSo, type Kind, type Live } from './dispositions.rules';
export { Vocabulary, type EntryOf, type ListName, type VocabularyView } from './vocabulary';
