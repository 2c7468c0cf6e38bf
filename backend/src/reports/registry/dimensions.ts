import type { LocalisedNames } from '../../kernel/index.ts';
import { words } from './words.ts';

/** What a dimension reads: a communication, a customer as it is now, the day of the measure, or a customer's way to conversion. */
export type DimensionSource = 'contact' | 'customer' | 'time' | 'journey';

/** Something that numbers can be broken down and filtered by. `sql` is a fixed text over the aliases f (communication), c (customer), e and m (journey). */
export interface Dimension {
  readonly key: string;
  readonly names: LocalisedNames;
  readonly source: DimensionSource;
  /** `reference`: an id with a label; `word`: one of `values`, in their order; `text`: what was typed; `time`: the first day of a bucket. */
  readonly kind: 'reference' | 'word' | 'text' | 'time';
  readonly sql: string;
  /** Which labels a reference has. */
  readonly labels?: 'person' | 'team' | 'channel' | 'tier';
  readonly values?: Readonly<Record<string, LocalisedNames>>;
  /** The custom field whose values these are, given to the statement as a value. */
  readonly field?: string;
}

const CONTACT_KINDS = {
  advertising: words('Advertising', '广告', '廣告'),
  public_relations: words('Public relations', '公关', '公關'),
  personal: words('Personal', '人员', '人員'),
  meeting: words('Meeting', '会议', '會議'),
  commissioned: words('Commissioned', '委托', '委託'),
  medium: words('Medium', '介质', '介質'),
  alliance: words('Alliance', '联盟', '聯盟'),
  random: words('Random', '随机', '隨機'),
};

const DISPOSITIONS = {
  reached: words('Reached', '已接通', '已接通'),
  no_answer: words('No answer', '无人接听', '無人接聽'),
  busy: words('Busy', '占线', '忙線'),
  voicemail: words('Voicemail', '语音信箱', '語音信箱'),
  call_back: words('Call back later', '稍后再联系', '稍後再聯絡'),
  sent: words('Sent', '已发送', '已傳送'),
  refused: words('Refused', '拒绝', '拒絕'),
  wrong_number: words('Wrong number', '号码错误', '號碼錯誤'),
  bounced: words('Bounced', '退回', '退回'),
  not_recorded: words('Not recorded', '未记录', '未記錄'),
};

const DIRECTIONS = { outbound: words('Outbound', '主动联系', '主動聯絡'), inbound: words('Inbound', '客户来访', '客戶來訪') };

const NUMBERS = Object.fromEntries(['0', '1', '2', '3–5', '6–9', '10+'].map((key) => [key, words(key, key, key)]));

const SERVED = { true: words('Served by us', '已服务', '已服務'), false: words('Not served yet', '尚未服务', '尚未服務') };

/** Yes and no, as a custom field of that kind stores them. */
export const YES_NO = { true: words('Yes', '是', '是'), false: words('No', '否', '否') };

/** The class of a number of communications. */
export const NUMBER_CLASS = `CASE WHEN count(f.id) <= 2 THEN count(f.id)::text WHEN count(f.id) <= 5 THEN '3–5' WHEN count(f.id) <= 9 THEN '6–9' ELSE '10+' END`;

const contact: readonly Dimension[] = [
  { key: 'person', names: words('Person', '人员', '人員'), source: 'contact', kind: 'reference', labels: 'person', sql: 'f.author_id' },
  { key: 'person_team', names: words('Team of the person', '人员所属团队', '人員所屬團隊'), source: 'contact', kind: 'reference', labels: 'team', sql: 'f.author_team_id' },
  { key: 'channel', names: words('Channel', '接触渠道', '接觸管道'), source: 'contact', kind: 'reference', labels: 'channel', sql: 'f.channel_id' },
  { key: 'contact_kind', names: words('Contact kind', '接触方法', '接觸方法'), source: 'contact', kind: 'word', values: CONTACT_KINDS, sql: 'f.contact_kind' },
  { key: 'direction', names: words('Direction', '方向', '方向'), source: 'contact', kind: 'word', values: DIRECTIONS, sql: 'f.direction' },
  { key: 'disposition', names: words('Disposition', '接通情况', '接通情況'), source: 'contact', kind: 'word', values: DISPOSITIONS, sql: 'f.disposition_kind' },
];

const time: readonly Dimension[] = [
  { key: 'day', names: words('Day', '日', '日'), source: 'time', kind: 'time', sql: '' },
  { key: 'week', names: words('Week', '周', '週'), source: 'time', kind: 'time', sql: '' },
  { key: 'month', names: words('Month', '月', '月'), source: 'time', kind: 'time', sql: '' },
];

const customer: readonly Dimension[] = [
  { key: 'owner', names: words('Owner of the customer', '客户负责人', '客戶負責人'), source: 'customer', kind: 'reference', labels: 'person', sql: 'c.owner_id' },
  { key: 'team', names: words('Team of the customer', '客户所属团队', '客戶所屬團隊'), source: 'customer', kind: 'reference', labels: 'team', sql: 'c.team_id' },
  { key: 'tier', names: words('Tier', '级别', '級別'), source: 'customer', kind: 'reference', labels: 'tier', sql: 'c.tier_id' },
  { key: 'source', names: words('Source', '来源', '來源'), source: 'customer', kind: 'text', sql: `nullif(c.source, '')` },
  { key: 'industry', names: words('Industry', '行业', '行業'), source: 'customer', kind: 'text', sql: `nullif(c.industry, '')` },
  { key: 'region', names: words('Region', '地区', '地區'), source: 'customer', kind: 'text', sql: `nullif(c.region, '')` },
  { key: 'served', names: words('Served', '是否已服务', '是否已服務'), source: 'customer', kind: 'word', values: SERVED, sql: 'c.is_served::text' },
  { key: 'served_by', names: words('Competitor', '竞争对手', '競爭對手'), source: 'customer', kind: 'text', sql: `nullif(c.served_by, '')` },
];

const journey: readonly Dimension[] = [
  { key: 'channel', names: words('Channel', '接触渠道', '接觸管道'), source: 'journey', kind: 'reference', labels: 'channel', sql: 'e.channel_id' },
  { key: 'contact_kind', names: words('Contact kind', '接触方法', '接觸方法'), source: 'journey', kind: 'word', values: CONTACT_KINDS, sql: 'e.contact_kind' },
  { key: 'contacts', names: words('Number of communications', '沟通次数', '溝通次數'), source: 'journey', kind: 'word', values: NUMBERS, sql: 'm.contacts' },
];

/** Every dimension that the product itself has, by what it reads; custom fields come beside those of the customer. */
export const DIMENSIONS: Readonly<Record<DimensionSource, readonly Dimension[]>> = { contact, time, customer, journey };

/** Marks the key of a custom field among dimensions. */
export const FIELD_PREFIX = 'field:';
