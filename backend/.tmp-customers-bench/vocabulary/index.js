export { Vocabulary } from "./vocabulary.js";
export { VocabularyModule } from "./vocabulary.module.js";
