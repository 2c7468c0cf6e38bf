/** What people type for the channels and dispositions that the product ships, beside their names. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  phone: ['call', 'called', 'tel', '致电', '致電', '打电话', '打電話'],
  visit: ['visited', 'met', '上门', '上門'],
  wechat: ['wx', 'weixin'],
  email: ['mail', 'email', '邮件', '郵件'],
  sms: ['text', '短讯', '短訊'],
  video_meeting: ['video', '视频', '視訊'],
  reached: ['ok', '接通', '通了'],
  no_answer: ['na', 'n/a', '没接', '沒接', '未接'],
  voicemail: ['vm', '留言'],
  call_back: ['callback', '回电', '回電'],
  sent: ['发送', '發送'],
  wrong_number: ['wrong', '错号', '錯號'],
};

/** Every word, in lower case, that names an entry: its key, its names in all languages, and the usual short forms. */
export const wordsFor = (key: string, names: Readonly<Record<string, string | undefined>>): string[] =>
  [key, key.replaceAll('_', ' '), ...Object.values(names), ...(ALIASES[key] ?? [])].flatMap((word) => word?.toLowerCase() ?? []);
