/** As much of a channel as this needs. */
export interface Live {
  readonly isLive?: boolean;
}

/** As much of a disposition as this needs. */
export interface Kind {
  readonly kind?: string;
}

const OF_MESSAGES = new Set(['sent', 'bounced']);

/** Whether a contact on the channel can end so: on a live one, such as the telephone, nothing is merely sent or bounced. */
export const canEndSo = (channel: Live | undefined, { kind }: Kind): boolean => kind !== 'not_recorded' && !(channel?.isLive && kind !== undefined && OF_MESSAGES.has(kind));
