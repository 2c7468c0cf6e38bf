import type { ImportKind } from '../import.entity.ts';

/** Which list the words of a target come from. */
export type WordList = 'customerKinds' | 'people' | 'teams' | 'tiers' | 'stages' | 'channels' | 'dispositions' | 'outcomes' | 'directions' | `choices:${string}`;

/** How a cell of a target is read. */
export type Reading =
  | { as: 'text'; max: number }
  | { as: 'id' }
  | { as: 'day' }
  | { as: 'moment' }
  | { as: 'time_of_day' }
  | { as: 'number'; min?: number; max?: number; decimals?: number }
  | { as: 'duration' }
  | { as: 'zone' }
  | { as: 'email' }
  | { as: 'phone' }
  | { as: 'flag' }
  | { as: 'tags' }
  | { as: 'word'; list: WordList }
  | { as: 'words'; list: WordList };

/** Something that a column can fill. */
export interface Target {
  key: string;
  reading: Reading;
  isRequired?: boolean;
  /** Several columns may fill it. */
  isMany?: boolean;
  /** Headers by which it is suggested, in lower case without spaces and punctuation. */
  headers: readonly string[];
}

const text = (max: number): Reading => ({ as: 'text', max });
const word = (list: WordList): Reading => ({ as: 'word', list });
const headers = (list: string): readonly string[] => list.split(' ');

const CUSTOMERS: readonly Target[] = [
  { key: 'name', reading: text(200), isRequired: true, headers: headers('name customer customername client clientname company companyname account accountname fullname 客户 客户名称 客户名 客戶 客戶名稱 名称 名稱 姓名 公司 公司名称 公司名稱 单位 單位') },
  { key: 'tangentId', reading: { as: 'id' }, headers: headers('tangentid') },
  { key: 'externalId', reading: text(120), headers: headers('id externalid customerid clientid accountid customerno customernumber no 编号 編號 客户编号 客戶編號 客户id 客戶id 外部编号 外部編號 序号 序號') },
  { key: 'kind', reading: word('customerKinds'), headers: headers('kind type customertype 类型 類型 客户类型 客戶類型') },
  { key: 'owner', reading: word('people'), headers: headers('owner salesperson salesrep rep accountmanager responsible assignedto 负责人 負責人 销售 銷售 业务员 業務員 归属人 歸屬人 客户经理 客戶經理') },
  { key: 'team', reading: word('teams'), headers: headers('team department group 团队 團隊 部门 部門 小组 小組') },
  { key: 'tier', reading: word('tiers'), headers: headers('tier level grade class rating 级别 級別 等级 等級 客户级别 客戶級別') },
  { key: 'knownSinceOn', reading: { as: 'day' }, headers: headers('knownsince since created createdat createdon createddate firstseen firstcontact createdate 建档日期 建檔日期 创建日期 建立日期 创建时间 建立時間 登记日期 登記日期') },
  { key: 'stage', reading: word('stages'), headers: headers('stage status pipelinestage phase 阶段 階段 状态 狀態 客户阶段 客戶階段') },
  { key: 'stageOn', reading: { as: 'day' }, headers: headers('stagedate stageon wondate closedate closedon converted convertedon dealdate 阶段日期 階段日期 成交日期 成交时间 成交時間 签约日期 簽約日期') },
  { key: 'stageAmount', reading: { as: 'number', min: 0, max: 99_999_999_999_999, decimals: 2 }, headers: headers('amount value dealvalue revenue dealamount 金额 金額 成交金额 成交金額 合同金额 合約金額') },
  { key: 'stageReason', reading: text(500), headers: headers('reason lostreason 原因 流失原因') },
  { key: 'source', reading: text(120), headers: headers('source leadsource origin 来源 來源 客户来源 客戶來源') },
  { key: 'industry', reading: text(120), headers: headers('industry sector branch 行业 行業 产业 產業') },
  { key: 'region', reading: text(120), headers: headers('region area city province state country location 地区 地區 区域 區域 城市 省份') },
  { key: 'served', reading: { as: 'flag' }, headers: headers('served isserved weserve ourcustomer existingcustomer 已服务 已服務 我方客户 我方客戶 现有客户 現有客戶') },
  { key: 'servedBy', reading: text(120), headers: headers('servedby competitor competitorname currentsupplier currentprovider 竞争对手 競爭對手 竞品 競品 现供应商 現供應商') },
  { key: 'tags', reading: { as: 'tags' }, isMany: true, headers: headers('tags tag labels label keywords 标签 標籤') },
  { key: 'phone', reading: { as: 'phone' }, isMany: true, headers: headers('phone telephone tel mobile mobilephone cell phonenumber cellphone 电话 電話 手机 手機 手机号 手機號 手机号码 手機號碼 电话号码 電話號碼 联系电话 聯絡電話') },
  { key: 'email', reading: { as: 'email' }, isMany: true, headers: headers('email mail emailaddress 邮箱 郵箱 电子邮件 電子郵件 电子邮箱 電子郵箱 邮件 郵件') },
  { key: 'wechat', reading: text(254), isMany: true, headers: headers('wechat wechatid weixin 微信 微信号 微信號') },
  { key: 'otherContact', reading: text(254), isMany: true, headers: headers('othercontact 其他联系方式 其他聯絡方式') },
  { key: 'contactName', reading: text(120), headers: headers('contact contactname contactperson 联系人 聯絡人 联系人姓名 聯絡人姓名') },
  { key: 'contactTitle', reading: text(120), headers: headers('contacttitle jobtitle position title 职务 職務 职位 職位') },
  { key: 'contactPhone', reading: { as: 'phone' }, isMany: true, headers: headers('contactphone contactmobile 联系人电话 聯絡人電話 联系人手机 聯絡人手機') },
  { key: 'contactEmail', reading: { as: 'email' }, isMany: true, headers: headers('contactemail 联系人邮箱 聯絡人郵箱') },
  { key: 'contactWechat', reading: text(254), isMany: true, headers: headers('contactwechat 联系人微信 聯絡人微信') },
  { key: 'formOfAddress', reading: text(120), headers: headers('formofaddress salutation address 称呼 稱呼') },
  { key: 'preferredChannel', reading: word('channels'), headers: headers('preferredchannel 偏好渠道 首选渠道 首選渠道') },
  { key: 'preferredFrom', reading: { as: 'time_of_day' }, headers: headers('preferredfrom') },
  { key: 'preferredUntil', reading: { as: 'time_of_day' }, headers: headers('preferreduntil') },
  { key: 'quietFrom', reading: { as: 'time_of_day' }, headers: headers('quietfrom') },
  { key: 'quietUntil', reading: { as: 'time_of_day' }, headers: headers('quietuntil') },
  { key: 'doNotContact', reading: { as: 'words', list: 'channels' }, headers: headers('donotcontact optout 免打扰 免打擾') },
  { key: 'timeZone', reading: { as: 'zone' }, headers: headers('timezone 时区 時區') },
  { key: 'note', reading: text(10_000), headers: headers('note notes remark remarks comment comments description 备注 備註 说明 說明') },
];

const COMMUNICATIONS: readonly Target[] = [
  { key: 'customerExternalId', reading: text(120), headers: headers('customerid clientid accountid customerexternalid customerno 客户编号 客戶編號 客户id 客戶id') },
  { key: 'customerName', reading: text(200), headers: headers('customer customername client clientname company account name 客户 客戶 客户名称 客戶名稱 公司 姓名') },
  { key: 'externalId', reading: text(120), headers: headers('id externalid communicationid activityid callid recordid no 编号 編號 记录编号 記錄編號 序号 序號') },
  { key: 'author', reading: word('people'), headers: headers('author user by owner agent salesperson createdby caller 记录人 記錄人 跟进人 跟進人 销售 銷售 业务员 業務員') },
  { key: 'occurredAt', reading: { as: 'moment' }, isRequired: true, headers: headers('occurredat date datetime time when timestamp day occurredon calldate contactdate activitydate 日期 时间 時間 沟通时间 溝通時間 跟进时间 跟進時間 沟通日期 溝通日期 跟进日期 跟進日期') },
  { key: 'occurredTime', reading: { as: 'time_of_day' }, headers: headers('timeofday starttime calltime 时刻 時刻') },
  { key: 'channel', reading: word('channels'), isRequired: true, headers: headers('channel via medium contact contacttype type activitytype 渠道 沟通渠道 溝通渠道 接触渠道 接觸渠道 方式 跟进方式 跟進方式') },
  { key: 'direction', reading: word('directions'), headers: headers('direction inout 方向') },
  { key: 'disposition', reading: word('dispositions'), headers: headers('disposition callresult status reached 接通情况 接通情況 接通状态 接通狀態') },
  { key: 'outcome', reading: word('outcomes'), headers: headers('outcome result 结果 結果 沟通结果 溝通結果') },
  { key: 'evaluation', reading: { as: 'number', min: 1, max: 5, decimals: 0 }, headers: headers('evaluation rating score stars 评价 評價 评分 評分') },
  { key: 'durationSeconds', reading: { as: 'duration' }, headers: headers('duration durationseconds seconds length talktime 时长 時長 通话时长 通話時長') },
  { key: 'subject', reading: text(200), headers: headers('subject title topic 主题 主題 标题 標題') },
  { key: 'text', reading: text(20_000), headers: headers('text note notes content description summary comment remark body 内容 內容 备注 備註 跟进内容 跟進內容 沟通内容 溝通內容') },
];

/** Everything that columns of such a file can fill, custom fields apart. */
export const targetsOf = (kind: ImportKind): readonly Target[] => (kind === 'customers' ? CUSTOMERS : COMMUNICATIONS);

/** A header as it is compared: lower case, without spaces and punctuation. */
export const headerKey = (header: string): string => header.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
