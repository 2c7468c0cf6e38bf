import type { Language, RefusalParams } from '../kernel/index.ts';

type Sentences = readonly [en: string, zhHans: string, zhHant: string];

/** Why a row was not taken over, in every language; `{name}` stands for a parameter. */
const REASONS: Readonly<Record<string, Sentences>> = {
  required: ['This is needed and is missing.', '此项必填，但缺少。', '此項必填，但缺少。'],
  too_long: ['Longer than {max} characters.', '超过 {max} 个字符。', '超過 {max} 個字元。'],
  too_many: ['More than {max}.', '超过 {max} 个。', '超過 {max} 個。'],
  bad_characters: ['Holds characters that can not be shown.', '含有无法显示的字符。', '含有無法顯示的字元。'],
  too_many_cells: ['The row has {found} cells, the header {expected}.', '该行有 {found} 个单元格，表头有 {expected} 个。', '該行有 {found} 個儲存格，表頭有 {expected} 個。'],
  not_in_date_format: ['Not a date in the format chosen for this column.', '不符合该列所选的日期格式。', '不符合該欄所選的日期格式。'],
  bad_time: ['Not a time of day.', '不是有效的时刻。', '不是有效的時刻。'],
  bad_time_zone: ['Not a time zone such as Asia/Shanghai.', '不是有效的时区（如 Asia/Shanghai）。', '不是有效的時區（如 Asia/Shanghai）。'],
  not_a_number: ['Not a number in the format chosen for this column.', '不符合该列所选的数字格式。', '不符合該欄所選的數字格式。'],
  too_small: ['Less than {min}.', '小于 {min}。', '小於 {min}。'],
  too_large: ['More than {max}.', '大于 {max}。', '大於 {max}。'],
  must_be_whole: ['Must be a whole number.', '必须是整数。', '必須是整數。'],
  too_many_decimals: ['More than {decimals} decimals.', '小数超过 {decimals} 位。', '小數超過 {decimals} 位。'],
  not_a_duration: ['Not a length of time: seconds, or 1:35.', '不是有效的时长（秒数或 1:35）。', '不是有效的時長（秒數或 1:35）。'],
  not_yes_or_no: ['Neither yes nor no.', '既不是“是”也不是“否”。', '既不是「是」也不是「否」。'],
  bad_email: ['Not an e-mail address.', '不是有效的电子邮件地址。', '不是有效的電子郵件地址。'],
  bad_phone: ['Not a telephone number.', '不是有效的电话号码。', '不是有效的電話號碼。'],
  unknown_word: ['This word is not known here; map it, or add it in Settings.', '系统中没有这个词；请建立对应，或在设置中添加。', '系統中沒有這個詞；請建立對應，或在設定中新增。'],
  unknown_person: ['No colleague of that name or e-mail whom you see.', '您可见的同事中没有这个姓名或邮箱。', '您可見的同事中沒有這個姓名或電子郵件。'],
  ambiguous_word: ['Several have this name; use the key or the e-mail address.', '有多个同名项；请使用代码或邮箱。', '有多個同名項；請使用代碼或電子郵件。'],
  in_the_future: ['Lies in the future.', '日期在将来。', '日期在將來。'],
  amount_only_when_won: ['An amount belongs to a won stage only.', '只有成交阶段才有金额。', '只有成交階段才有金額。'],
  reason_required: ['A lost stage needs a reason.', '流失阶段需要原因。', '流失階段需要原因。'],
  both_or_none: ['From and until belong together.', '起止时间须同时填写。', '起訖時間須同時填寫。'],
  owner_required: ['Needs an owner or a team whose customers you see.', '需要您可见范围内的负责人或团队。', '需要您可見範圍內的負責人或團隊。'],
  external_id_taken: ['The id belongs to a record that you do not see, or to another customer.', '该编号属于您看不到的记录或其他客户。', '該編號屬於您看不到的記錄或其他客戶。'],
  external_id_differs: ['The customer has another id there; change it on the customer’s page.', '该客户的外部编号不同；请在客户页面修改。', '該客戶的外部編號不同；請在客戶頁面修改。'],
  no_such_customer: ['No such customer among those you see.', '您可见的客户中没有此客户。', '您可見的客戶中沒有此客戶。'],
  several_customers: ['Several customers have this name; use the id.', '有多个同名客户；请使用编号。', '有多個同名客戶；請使用編號。'],
  same_as_line: ['The same as line {line} of this file.', '与本文件第 {line} 行相同。', '與本檔案第 {line} 行相同。'],
  same_customer_as_line: ['The same customer as in line {line} of this file.', '与本文件第 {line} 行是同一客户。', '與本檔案第 {line} 行是同一客戶。'],
  customer_exists: ['A customer of this name with this number or address is there already.', '已有同名且电话或邮箱相同的客户。', '已有同名且電話或電子郵件相同的客戶。'],
  customer_is_archived: ['This customer is archived.', '该客户已归档。', '該客戶已封存。'],
};

const AT: Readonly<Record<Language, 0 | 1 | 2>> = { en: 0, 'zh-Hans': 1, 'zh-Hant': 2 };

/** The reason in a person's language; the code itself where there is no sentence for it. */
export function reasonOf(code: string, params: RefusalParams, language: Language): string {
  const sentence = REASONS[code]?.[AT[language]] ?? code;
  return sentence.replace(/\{(\w+)\}/g, (_all, name: string) => String(params[name] ?? ''));
}

/** Headings of the file of issues. */
export const issueHeadings = (language: Language): readonly string[] =>
  [
    ['Line', 'Column', 'Value', 'What happened', 'Reason'],
    ['行', '列', '内容', '结果', '原因'],
    ['行', '欄', '內容', '結果', '原因'],
  ][AT[language]] ?? [];

/** What happened to a row that was not taken over. */
export const fateName = (fate: 'error' | 'duplicate', language: Language): string =>
  (fate === 'error' ? ['error', '错误', '錯誤'] : ['duplicate', '重复', '重複'])[AT[language]] ?? fate;
