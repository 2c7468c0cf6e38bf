import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Api, View } from '../core/api';
import { Format, linkOf } from '../core/format';
import { I18n } from '../core/i18n';
import { channelIcon } from '../core/icons';
import { Vocabulary } from '../core/vocabulary';
import { Chip } from '../ui/chip';
import { State } from '../ui/state';
import { Due } from '../ui/times';

/** What to know before speaking with the customer: how to reach them, what is promised, what was said. */
@Component({
  selector: 't-brief-pane',
  imports: [Chip, Due, MatIcon, RouterLink, State],
  templateUrl: './brief-pane.html',
  styleUrl: './brief-pane.scss',
})
export class BriefPane {
  /** The row of My day. */
  readonly item = input.required<View<'MyDayItemView'>>();

  protected readonly vocabulary = inject(Vocabulary);
  protected readonly format = inject(Format);
  protected readonly t = inject(I18n).t;
  protected readonly brief = inject(Api).resource('/api/customers/{id}/brief', () => { const id = this.item().customerId; return id ? { path: { id } } : undefined; }, { followWrites: true });
  protected readonly preference = computed(() => {
    const known = this.brief.value();
    if (!known) return '';
    const window = known.preferredFrom && known.preferredUntil ? `${known.preferredFrom}–${known.preferredUntil}` : '';
    const quiet = known.quietFrom && known.quietUntil ? this.t('myDay.quiet', { from: known.quietFrom, until: known.quietUntil }) : '';
    return [known.preferredChannelId ? this.vocabulary.name(known.preferredChannelId) : '', window, quiet].filter(Boolean).join(' · ');
  });
  protected readonly iconOf = (channelId: string) => channelIcon(this.vocabulary.find('channels', channelId)?.icon);
  protected readonly linkOf = linkOf;
}
