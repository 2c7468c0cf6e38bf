import accountCircle from '@material-symbols/svg-400/outlined/account_circle.svg';
import archive from '@material-symbols/svg-400/outlined/archive.svg';
import arrowForward from '@material-symbols/svg-400/outlined/arrow_forward.svg';
import arrowUpward from '@material-symbols/svg-400/outlined/arrow_upward.svg';
import article from '@material-symbols/svg-400/outlined/article.svg';
import attachFile from '@material-symbols/svg-400/outlined/attach_file.svg';
import barChart from '@material-symbols/svg-400/outlined/bar_chart.svg';
import block from '@material-symbols/svg-400/outlined/block.svg';
import bookmark from '@material-symbols/svg-400/outlined/bookmark.svg';
import call from '@material-symbols/svg-400/outlined/call.svg';
import callMissed from '@material-symbols/svg-400/outlined/call_missed.svg';
import campaign from '@material-symbols/svg-400/outlined/campaign.svg';
import cancel from '@material-symbols/svg-400/outlined/cancel.svg';
import chat from '@material-symbols/svg-400/outlined/chat.svg';
import checkCircle from '@material-symbols/svg-400/outlined/check_circle.svg';
import chevronLeft from '@material-symbols/svg-400/outlined/chevron_left.svg';
import circle from '@material-symbols/svg-400/outlined/circle.svg';
import coPresent from '@material-symbols/svg-400/outlined/co_present.svg';
import comment from '@material-symbols/svg-400/outlined/comment.svg';
import contactPhone from '@material-symbols/svg-400/outlined/contact_phone.svg';
import contentCopy from '@material-symbols/svg-400/outlined/content_copy.svg';
import darkMode from '@material-symbols/svg-400/outlined/dark_mode.svg';
import deleteIcon from '@material-symbols/svg-400/outlined/delete.svg';
import download from '@material-symbols/svg-400/outlined/download.svg';
import domain from '@material-symbols/svg-400/outlined/domain.svg';
import dragIndicator from '@material-symbols/svg-400/outlined/drag_indicator.svg';
import edit from '@material-symbols/svg-400/outlined/edit.svg';
import event from '@material-symbols/svg-400/outlined/event.svg';
import eventAvailable from '@material-symbols/svg-400/outlined/event_available.svg';
import eventBusy from '@material-symbols/svg-400/outlined/event_busy.svg';
import fax from '@material-symbols/svg-400/outlined/fax.svg';
import filterList from '@material-symbols/svg-400/outlined/filter_list.svg';
import flag from '@material-symbols/svg-400/outlined/flag.svg';
import forum from '@material-symbols/svg-400/outlined/forum.svg';
import groups from '@material-symbols/svg-400/outlined/groups.svg';
import handshake from '@material-symbols/svg-400/outlined/handshake.svg';
import handyman from '@material-symbols/svg-400/outlined/handyman.svg';
import history from '@material-symbols/svg-400/outlined/history.svg';
import home from '@material-symbols/svg-400/outlined/home.svg';
import hourglassEmpty from '@material-symbols/svg-400/outlined/hourglass_empty.svg';
import info from '@material-symbols/svg-400/outlined/info.svg';
import key from '@material-symbols/svg-400/outlined/key.svg';
import keyboardArrowUp from '@material-symbols/svg-400/outlined/keyboard_arrow_up.svg';
import lightMode from '@material-symbols/svg-400/outlined/light_mode.svg';
import link from '@material-symbols/svg-400/outlined/link.svg';
import localPostOffice from '@material-symbols/svg-400/outlined/local_post_office.svg';
import locationOn from '@material-symbols/svg-400/outlined/location_on.svg';
import lock from '@material-symbols/svg-400/outlined/lock.svg';
import mail from '@material-symbols/svg-400/outlined/mail.svg';
import manageAccounts from '@material-symbols/svg-400/outlined/manage_accounts.svg';
import menu from '@material-symbols/svg-400/outlined/menu.svg';
import merge from '@material-symbols/svg-400/outlined/merge.svg';
import moreVert from '@material-symbols/svg-400/outlined/more_vert.svg';
import notes from '@material-symbols/svg-400/outlined/notes.svg';
import notifications from '@material-symbols/svg-400/outlined/notifications.svg';
import openInNew from '@material-symbols/svg-400/outlined/open_in_new.svg';
import pending from '@material-symbols/svg-400/outlined/pending.svg';
import print from '@material-symbols/svg-400/outlined/print.svg';
import priorityHigh from '@material-symbols/svg-400/outlined/priority_high.svg';
import publicIcon from '@material-symbols/svg-400/outlined/public.svg';
import radioButtonUnchecked from '@material-symbols/svg-400/outlined/radio_button_unchecked.svg';
import schedule from '@material-symbols/svg-400/outlined/schedule.svg';
import sell from '@material-symbols/svg-400/outlined/sell.svg';
import send from '@material-symbols/svg-400/outlined/send.svg';
import share from '@material-symbols/svg-400/outlined/share.svg';
import skipNext from '@material-symbols/svg-400/outlined/skip_next.svg';
import sms from '@material-symbols/svg-400/outlined/sms.svg';
import snooze from '@material-symbols/svg-400/outlined/snooze.svg';
import sort from '@material-symbols/svg-400/outlined/sort.svg';
import star from '@material-symbols/svg-400/outlined/star.svg';
import storefront from '@material-symbols/svg-400/outlined/storefront.svg';
import supportAgent from '@material-symbols/svg-400/outlined/support_agent.svg';
import swapHoriz from '@material-symbols/svg-400/outlined/swap_horiz.svg';
import tableChart from '@material-symbols/svg-400/outlined/table_chart.svg';
import taskAlt from '@material-symbols/svg-400/outlined/task_alt.svg';
import tune from '@material-symbols/svg-400/outlined/tune.svg';
import unarchive from '@material-symbols/svg-400/outlined/unarchive.svg';
import undo from '@material-symbols/svg-400/outlined/undo.svg';
import verified from '@material-symbols/svg-400/outlined/verified.svg';
import videoCameraFront from '@material-symbols/svg-400/outlined/video_camera_front.svg';
import videocam from '@material-symbols/svg-400/outlined/videocam.svg';
import viewColumn from '@material-symbols/svg-400/outlined/view_column.svg';
import warning from '@material-symbols/svg-400/outlined/warning.svg';
import wavingHand from '@material-symbols/svg-400/outlined/waving_hand.svg';
import work from '@material-symbols/svg-400/outlined/work.svg';

/** Icons that only pages use; loaded beside the first page. */
export const pageIcons = {
  account_circle: accountCircle,
  archive,
  arrow_forward: arrowForward,
  arrow_upward: arrowUpward,
  article,
  attach_file: attachFile,
  bar_chart: barChart,
  block,
  bookmark,
  call,
  call_missed: callMissed,
  campaign,
  cancel,
  chat,
  check_circle: checkCircle,
  chevron_left: chevronLeft,
  circle,
  comment,
  contact_phone: contactPhone,
  content_copy: contentCopy,
  dark_mode: darkMode,
  delete: deleteIcon,
  download,
  domain,
  drag_indicator: dragIndicator,
  edit,
  event,
  event_available: eventAvailable,
  event_busy: eventBusy,
  fax,
  filter_list: filterList,
  flag,
  forum,
  groups,
  handshake,
  handyman,
  history,
  home,
  hourglass_empty: hourglassEmpty,
  info,
  key,
  keyboard_arrow_up: keyboardArrowUp,
  light_mode: lightMode,
  link,
  location_on: locationOn,
  lock,
  mail,
  manage_accounts: manageAccounts,
  menu,
  merge,
  more_vert: moreVert,
  notes,
  notifications,
  open_in_new: openInNew,
  pending,
  print,
  priority_high: priorityHigh,
  public: publicIcon,
  radio_button_unchecked: radioButtonUnchecked,
  schedule,
  sell,
  send,
  skip_next: skipNext,
  sms,
  snooze,
  sort,
  star,
  storefront,
  swap_horiz: swapHoriz,
  table_chart: tableChart,
  task_alt: taskAlt,
  tune,
  unarchive,
  undo,
  verified,
  video_camera_front: videoCameraFront,
  view_column: viewColumn,
  warning,
  work,
  share,
  videocam,
  co_present: coPresent,
  local_post_office: localPostOffice,
  support_agent: supportAgent,
  waving_hand: wavingHand,
} as const;
