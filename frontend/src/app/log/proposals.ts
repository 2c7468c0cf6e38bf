import { Injectable, inject } from '@angular/core';
import { Api, View } from '../core/api';
import { I18n } from '../core/i18n';
import { Notices, Offer } from '../core/notices';
import { Session } from '../core/session';
import { Vocabulary } from '../core/vocabulary';
import { candidates, withValidity } from './proposals.rules';

/** What was logged, as far as it says something about the customer's data. */
export interface Attempt {
  readonly customerId: string;
  readonly channelId: string;
  readonly dispositionId: string;
  /** Outbound when left out. */
  readonly direction?: 'outbound' | 'inbound' | undefined;
  readonly contactPersonId?: string | null | undefined;
}

type Change = (customer: View<'CustomerView'>) => View<'ChangeCustomer'>;

/** What a contact that failed says of the customer's data: a wrong number is marked, a refusal becomes a preference; one press does it and another takes it back. */
@Injectable({ providedIn: 'root' })
export class Proposals {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  private readonly vocabulary = inject(Vocabulary);
  private readonly t = inject(I18n).t;

  /** What to offer after an attempt; nothing where there is nothing to change, or the person may not. */
  after({ customerId, channelId, dispositionId, direction, contactPersonId }: Attempt, brief: Pick<View<'BriefView'>, 'people' | 'doNotContact'> | undefined): Offer[] {
    if (!brief || direction === 'inbound' || !this.session.can('customers.write')) return [];
    const kind = this.vocabulary.find('dispositions', dispositionId)?.kind;
    if (kind === 'refused') return brief.doNotContact.includes(channelId) ? [] : [this.stop(customerId, channelId)];
    if (kind !== 'wrong_number' && kind !== 'bounced') return [];
    const channel = this.vocabulary.find('channels', channelId);
    return candidates(brief.people, channel?.key, contactPersonId ?? null).map(({ id, value }) => this.mark(customerId, id, value));
  }

  private mark(customerId: string, pointId: string, value: string): Offer {
    const run = (): Promise<void> =>
      this.change(customerId, (customer) => withValidity(customer, pointId, 'invalid'), (customer) => withValidity(customer, pointId, validityOf(customer, pointId)), this.t('log.proposals.marked', { value }));
    return { label: this.t('log.proposals.mark', { value }), run };
  }

  private stop(customerId: string, channelId: string): Offer {
    const channel = this.vocabulary.name(channelId);
    const run = (): Promise<void> =>
      this.change(customerId, ({ doNotContact }) => ({ doNotContact: [...new Set([...doNotContact, channelId])] }), ({ doNotContact }) => ({ doNotContact }), this.t('log.proposals.stopped', { channel }));
    return { label: this.t('log.proposals.stop', { channel }), run };
  }

  /** Changes the customer as it is now; the undo is made from what it was, and is refused when somebody changed it since. */
  private async change(id: string, forth: Change, back: Change, said: string): Promise<void> {
    const path = { id };
    const before = await this.api.get('/api/customers/{id}', { path });
    const { version } = await this.api.patch('/api/customers/{id}', { path, body: forth(before), version: before.version });
    void this.notices.offerUndo(said, () => this.api.patch('/api/customers/{id}', { path, body: back(before), version }));
  }
}

const validityOf = ({ contactPoints, contactPeople }: View<'CustomerView'>, pointId: string): View<'ContactPointView'>['validity'] =>
  [...contactPoints, ...contactPeople.flatMap((person) => person.contactPoints)].find(({ id }) => id === pointId)?.validity ?? 'unknown';
