import { words } from "./words.js";
const column = (key, counts, names, where) => ({ key, counts, names, where });
const beside = (given) => ({ ...given, isBeside: true });
const VALID = `f.validity <> 'invalid'`;
const OUTBOUND = `${VALID} AND f.direction = 'outbound'`;
/** Communications, and those judged invalid. */
export const communications = [
    column('communications', 'communications', words('Communications', '沟通次数', '溝通次數'), VALID),
    beside(column('invalid', 'communications', words('Invalid', '无效', '無效'), `f.validity = 'invalid'`)),
];
/** Customers reached at least once. */
export const reached = [
    column('customers_reached', 'customers', words('Customers reached', '接通客户数', '接通客戶數'), `${VALID} AND f.disposition_kind = 'reached'`),
];
/** Outbound attempts, those that reached, and those that say nothing about reaching. */
export const attempts = [
    column('reached', 'communications', words('Reached', '已接通', '已接通'), `${OUTBOUND} AND f.disposition_kind = 'reached'`),
    column('attempts', 'communications', words('Outbound attempts', '主动联系次数', '主動聯絡次數'), `${OUTBOUND} AND f.disposition_kind NOT IN ('bounced', 'wrong_number', 'not_recorded')`),
    beside(column('bounced', 'communications', words('Bounced', '退回', '退回'), `${OUTBOUND} AND f.disposition_kind = 'bounced'`)),
    beside(column('wrong_number', 'communications', words('Wrong number', '号码错误', '號碼錯誤'), `${OUTBOUND} AND f.disposition_kind = 'wrong_number'`)),
    beside(column('not_recorded', 'communications', words('Not recorded', '未记录', '未記錄'), `${OUTBOUND} AND f.disposition_kind = 'not_recorded'`)),
    beside(column('invalid', 'communications', words('Invalid', '无效', '無效'), `f.validity = 'invalid' AND f.direction = 'outbound'`)),
];
/** Customers first known in the period. */
export const newcomers = [column('new', 'customers', words('New customers', '新客户', '新客戶'), 'true')];
/** Customers there are at a moment: all that are not archived, and those still open. */
export const stock = [
    column('total', 'customers', words('Customers at the end', '期末客户数', '期末客戶數'), 'true'),
    column('open', 'customers', words('Open at the end', '期末进行中', '期末進行中'), 'c.is_open::int - coalesce(s.later, 0) > 0'),
];
/** A cohort: who converted, among whom, and who can not be judged. */
export const cohort = [
    column('converted', 'customers', words('Converted', '已转化', '已轉化'), 'c.is_mature AND NOT c.is_before AND c.is_converted'),
    column('customers', 'customers', words('Customers', '客户数', '客戶數'), 'c.is_mature AND NOT c.is_before'),
    beside(column('too_early', 'customers', words('Too early', '为时尚早', '為時尚早'), 'NOT c.is_mature AND NOT c.is_before')),
    beside(column('before', 'customers', words('Converted before', '此前已转化', '此前已轉化'), 'c.is_before')),
];
/** Customers with whom there was no communication, and who therefore belong to no cohort of first communications. */
export const uncontacted = [
    beside(column('never_contacted', 'customers', words('Never contacted', '从未联系', '從未聯絡'), 'c.first_contact_at IS NULL')),
];
