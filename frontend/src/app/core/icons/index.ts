export { Icons, provideIcons, type IconName } from './icons';
