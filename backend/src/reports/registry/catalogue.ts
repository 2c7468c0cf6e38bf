import { MEASURES, type Measure } from './measures.ts';
import { type Words, words } from './words.ts';

/** The shelves of the catalogue. */
export const GROUPS = ['activity', 'effectiveness'] as const;
export type Group = (typeof GROUPS)[number];

/** One line of the catalogue: a measure, how it may be broken down, and how it is shown at first. */
export interface Report {
  readonly key: string;
  readonly group: Group;
  readonly names: Words;
  /** The question that it answers. */
  readonly asks: Words;
  readonly measure: Measure;
  /** Dimensions by key, custom fields apart. */
  readonly dimensions: readonly string[];
  /** Whether custom fields of the customer are dimensions too. */
  readonly hasFields: boolean;
  /** Breakdown at first. */
  readonly by: readonly string[];
  /** True where a difference between rows says that things go together, not that one brings the other about. */
  readonly isAssociation: boolean;
}

const CUSTOMER = ['owner', 'team', 'tier', 'source', 'industry', 'region', 'served', 'served_by'];
const CONTACT = ['person', 'person_team', 'channel', 'contact_kind', 'direction', 'disposition'];
const TIME = ['day', 'week', 'month'];

/** Every report. */
export const REPORTS: readonly Report[] = [
  {
    key: 'communications', group: 'activity', measure: MEASURES.communications, by: ['week'],
    names: words('Communications', '沟通', '溝通'),
    asks: words('How much contact is there, by whom and how?', '联系了多少次，由谁、以何种方式？', '聯絡了多少次，由誰、以何種方式？'),
    dimensions: [...TIME, ...CONTACT, ...CUSTOMER], hasFields: true, isAssociation: false,
  },
  {
    key: 'customers-reached', group: 'activity', measure: MEASURES.customersReached, by: ['week'],
    names: words('Customers reached', '接通的客户', '接通的客戶'),
    asks: words('How many customers did we speak to?', '我们接通了多少客户？', '我們接通了多少客戶？'),
    dimensions: [...TIME, 'person', 'person_team', 'channel', 'contact_kind', 'direction', ...CUSTOMER], hasFields: true, isAssociation: false,
  },
  {
    key: 'new-customers', group: 'activity', measure: MEASURES.newCustomers, by: ['month'],
    names: words('New customers', '新客户', '新客戶'),
    asks: words('How many customers came, and how many are there?', '新增多少客户，现有多少客户？', '新增多少客戶，現有多少客戶？'),
    dimensions: [...TIME, ...CUSTOMER], hasFields: true, isAssociation: false,
  },
  {
    key: 'reach-rate', group: 'effectiveness', measure: MEASURES.reachRate, by: ['person'],
    names: words('Reach rate', '接通率', '接通率'),
    asks: words('How often does an attempt reach the customer: by person, channel, week?', '主动联系的接通比例：按人员、渠道、周？', '主動聯絡的接通比例：按人員、管道、週？'),
    dimensions: [...TIME, 'person', 'person_team', 'channel', 'contact_kind', ...CUSTOMER], hasFields: true, isAssociation: false,
  },
  {
    key: 'conversion', group: 'effectiveness', measure: MEASURES.conversion, by: ['month'],
    names: words('Conversion', '转化率', '轉化率'),
    asks: words('Of the customers who began in a period, which share was won?', '在某期间开始的客户中，成交的比例是多少？', '在某期間開始的客戶中，成交的比例是多少？'),
    dimensions: TIME, hasFields: false, isAssociation: false,
  },
  {
    key: 'conversion-by-channel', group: 'effectiveness', measure: MEASURES.conversion, by: ['channel'],
    names: words('Conversion by channel', '按渠道的转化率', '按管道的轉化率'),
    asks: words('Which channels and contact kinds go together with conversion?', '哪些渠道和接触方法与转化相关？', '哪些管道和接觸方法與轉化相關？'),
    dimensions: ['channel', 'contact_kind', ...CUSTOMER], hasFields: true, isAssociation: true,
  },
  {
    key: 'conversion-by-attribute', group: 'effectiveness', measure: MEASURES.conversion, by: ['source'],
    names: words('Conversion by customer', '按客户特征的转化率', '按客戶特徵的轉化率'),
    asks: words('Which customers convert: by source, tier, industry, region, owner, own fields?', '哪些客户会转化：按来源、级别、行业、地区、负责人、自定义字段？', '哪些客戶會轉化：按來源、級別、行業、地區、負責人、自訂欄位？'),
    dimensions: [...CUSTOMER, ...TIME], hasFields: true, isAssociation: true,
  },
  {
    key: 'conversion-by-number', group: 'effectiveness', measure: MEASURES.conversion, by: ['contacts'],
    names: words('Conversion by number of communications', '按沟通次数的转化率', '按溝通次數的轉化率'),
    asks: words('How many communications come before a conversion?', '转化之前有多少次沟通？', '轉化之前有多少次溝通？'),
    dimensions: ['contacts', ...CUSTOMER], hasFields: true, isAssociation: true,
  },
];

/** The report with that key, if there is one. */
export const reportOf = (key: string): Report | undefined => REPORTS.find((report) => report.key === key);
