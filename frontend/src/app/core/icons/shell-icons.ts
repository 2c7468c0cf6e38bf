import add from '@material-symbols/svg-400/outlined/add.svg';
import arrowBack from '@material-symbols/svg-400/outlined/arrow_back.svg';
import calendarMonth from '@material-symbols/svg-400/outlined/calendar_month.svg';
import check from '@material-symbols/svg-400/outlined/check.svg';
import chevronRight from '@material-symbols/svg-400/outlined/chevron_right.svg';
import close from '@material-symbols/svg-400/outlined/close.svg';
import contrast from '@material-symbols/svg-400/outlined/contrast.svg';
import error from '@material-symbols/svg-400/outlined/error.svg';
import group from '@material-symbols/svg-400/outlined/group.svg';
import help from '@material-symbols/svg-400/outlined/help.svg';
import keyboard from '@material-symbols/svg-400/outlined/keyboard.svg';
import keyboardArrowDown from '@material-symbols/svg-400/outlined/keyboard_arrow_down.svg';
import language from '@material-symbols/svg-400/outlined/language.svg';
import logout from '@material-symbols/svg-400/outlined/logout.svg';
import monitoring from '@material-symbols/svg-400/outlined/monitoring.svg';
import moreHoriz from '@material-symbols/svg-400/outlined/more_horiz.svg';
import person from '@material-symbols/svg-400/outlined/person.svg';
import refresh from '@material-symbols/svg-400/outlined/refresh.svg';
import search from '@material-symbols/svg-400/outlined/search.svg';
import settings from '@material-symbols/svg-400/outlined/settings.svg';
import today from '@material-symbols/svg-400/outlined/today.svg';
import upload from '@material-symbols/svg-400/outlined/upload.svg';
import visibility from '@material-symbols/svg-400/outlined/visibility.svg';
import visibilityOff from '@material-symbols/svg-400/outlined/visibility_off.svg';
import wifiOff from '@material-symbols/svg-400/outlined/wifi_off.svg';

/** Icons of the frame around every page; part of the first load. */
export const shellIcons = {
  add,
  arrow_back: arrowBack,
  calendar_month: calendarMonth,
  check,
  chevron_right: chevronRight,
  close,
  contrast,
  error,
  group,
  help,
  keyboard,
  keyboard_arrow_down: keyboardArrowDown,
  language,
  logout,
  monitoring,
  more_horiz: moreHoriz,
  person,
  refresh,
  search,
  settings,
  today,
  upload,
  visibility,
  visibility_off: visibilityOff,
  wifi_off: wifiOff,
} as const;
