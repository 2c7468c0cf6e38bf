export { Theme, isTheme, type ThemeChoice } from './theme';
