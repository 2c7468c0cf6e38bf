import type { IconName } from './icons';

/** The icons that a channel can have, offered in Settings. */
export const CHANNEL_ICONS = [
  'call', 'handshake', 'chat', 'mail', 'sms', 'forum', 'share', 'videocam', 'storefront', 'co_present', 'local_post_office', 'fax', 'campaign',
  'support_agent', 'groups', 'waving_hand', 'public', 'event', 'article', 'star',
] as const satisfies readonly IconName[];

/** A channel's icon by its stored name; a neutral one for a name that is not known. */
export function channelIcon(name: string | undefined): IconName {
  return CHANNEL_ICONS.find((known) => known === name) ?? 'forum';
}
