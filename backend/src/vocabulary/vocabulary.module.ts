import { Module } from '@nestjs/common';
import { VocabularyController, VocabularySettingsController } from './vocabulary.controller.ts';
import { Vocabulary } from './vocabulary.ts';

/** One read of every word that records point to, and the settings that change them. */
@Module({ controllers: [VocabularyController, VocabularySettingsController], providers: [Vocabulary], exports: [Vocabulary] })
export class VocabularyModule {}
