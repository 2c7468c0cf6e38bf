import { Injectable, inject } from '@angular/core';
import type { View } from '../../core/api';
import { I18n } from '../../core/i18n';
import { Vocabulary } from '../../core/vocabulary';

/** Possible duplicates in words. */
@Injectable({ providedIn: 'root' })
export class DuplicateWords {
  private readonly vocabulary = inject(Vocabulary);
  private readonly t = inject(I18n).t;

  /** What they have in common: 'same phone, same name'. */
  reasons({ reasons }: Pick<View<'DuplicateView'>, 'reasons'>): string {
    return reasons.map((reason) => this.t(`merging.reasons.${reason}`)).join(this.t('merging.comma'));
  }

  /** What tells it apart: what they have in common, its stage, its owner, and whether it is archived. */
  about(one: View<'DuplicateView'>): string {
    return [this.reasons(one), this.vocabulary.name(one.stageId), one.ownerName ?? '', one.archived ? this.t('customers.isArchived') : ''].filter((word) => word && word !== '–').join(' · ');
  }
}
