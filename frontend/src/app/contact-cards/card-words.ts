import { Injectable, inject } from '@angular/core';
import { View } from '../core/api';
import { Format } from '../core/format';
import { I18n } from '../core/i18n';
import { Session } from '../core/session';
import { Vocabulary } from '../core/vocabulary';

type Card = View<'ContactCardView'>;

/** A fact of a card: what it is, and what it says. */
export interface Fact { readonly label: string; readonly value: string }

/** Contact cards in words, the same on the screen and on paper. */
@Injectable({ providedIn: 'root' })
export class CardWords {
  private readonly format = inject(Format);
  private readonly session = inject(Session);
  private readonly vocabulary = inject(Vocabulary);
  private readonly t = inject(I18n).t;

  /** When, how, where and by whom, as far as it is settled. */
  facts({ dueOn, dueAt, channelId, place, ownerName, item, incentive, promise }: Card): Fact[] {
    const day = this.format.day(dueOn, 'long');
    return facts([
      [this.t('contactCards.when'), dueAt ? `${day}, ${this.format.time(dueAt)}` : day],
      [this.t('contactCards.window'), item?.windowFrom && item.windowUntil ? this.t('contactCards.windowDays', { from: this.format.day(item.windowFrom), until: this.format.day(item.windowUntil) }) : ''],
      [this.t('contactCards.channel'), channelId ? this.vocabulary.name(channelId) : ''],
      [this.t('contactCards.place'), place ?? ''],
      [this.t('contactCards.owner'), ownerName],
      [this.t('contactCards.incentive'), incentive ? `${incentive.name} · ${this.format.money(incentive.unitCost, this.session.organisation()?.currency ?? 'CNY')}` : ''],
      [this.t('contactCards.answer'), promise ? this.promise(promise) : ''],
    ]);
  }

  /** The seven things of its plan item, but for the time and place that stand with the contact. */
  design({ item }: Card): Fact[] {
    if (!item) return [];
    return facts([
      [this.t('contactCards.objective'), item.objective],
      [this.t('contactCards.audience'), item.audience ?? ''],
      [this.t('contactCards.kind'), item.contactKind ? this.t(`contactKinds.${item.contactKind}`) : ''],
      [this.t('contactCards.method'), item.method],
      [this.t('contactCards.content'), item.content],
      [this.t('contactCards.place'), item.place],
      [this.t('contactCards.responsible'), [item.responsibleTeam, item.responsible ?? this.t('contactCards.owners')].filter(Boolean).join(' · ')],
    ]);
  }

  /** What the customer wishes: preferred channel and hours, quiet hours. */
  wishes({ customer }: Card): string[] {
    const { preferredChannelId, preferredFrom, preferredUntil, quietFrom, quietUntil, timeZone } = customer;
    const preferred = [preferredChannelId ? this.vocabulary.name(preferredChannelId) : '', preferredFrom && preferredUntil ? `${preferredFrom}–${preferredUntil}` : ''].filter(Boolean).join(' ');
    return [
      customer.formOfAddress ?? '',
      preferred ? this.t('contactCards.prefers', { what: preferred }) : '',
      quietFrom && quietUntil ? this.t('contactCards.quiet', { from: quietFrom, until: quietUntil, zone: timeZone }) : '',
    ].filter(Boolean);
  }

  /** What must not be done, now. */
  limits(card: Card): string[] {
    return card.customer.isQuietNow ? [this.t('contactCards.isQuietNow'), ...this.channelLimits(card)] : this.channelLimits(card);
  }

  /** What must not be done whenever it is read: paper outlives the hour it was printed in. */
  channelLimits({ customer }: Card): string[] {
    return customer.doNotContact.map((id) => this.t('contactCards.doNotContact', { channel: this.vocabulary.name(id) }));
  }

  /** One of the last contacts in a line. */
  contact({ occurredAt, channelId, dispositionId, outcomeId, evaluation, authorName }: Card['contacts'][number]): string {
    const words = [this.format.instant(occurredAt), this.vocabulary.name(channelId), this.vocabulary.name(dispositionId), outcomeId ? this.vocabulary.name(outcomeId) : '', evaluation === null ? '' : `${evaluation}/5`, authorName];
    return words.filter(Boolean).join(' · ');
  }

  private promise({ minutes, isInWorkingTime }: NonNullable<Card['promise']>): string {
    if (minutes === null) return this.t('contactCards.sameDay');
    return this.t(isInWorkingTime ? 'contactCards.withinWorking' : 'contactCards.within', { time: this.format.duration(minutes) });
  }
}

const facts = (pairs: readonly (readonly [string, string])[]): Fact[] => pairs.filter(([, value]) => value.trim() !== '').map(([label, value]) => ({ label, value }));
