export { Icons, provideIcons, type IconName } from './icons';
export { CHANNEL_ICONS, channelIcon } from './channel-icons';
