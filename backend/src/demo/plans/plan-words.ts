/** The items of a plan that looks after customers, one for each tier that it is for. */
export const CARE = [
  {
    tier: 'key', channel: 'phone', norm: 'renewal', recurrence: 'FREQ=MONTHLY', windowDays: 5, segment: '重点客户 Key customers',
    objective: '每月问候重点客户 Monthly call to key customers', place: '电话 By phone', content: '水质、用量、耗材库存 Water quality, consumption, stock of filters',
    talkingPoints: '上次维保后运行如何？下月用量有无变化？\nHow has it run since the last service? Will consumption change next month?',
  },
  {
    tier: 'major', channel: 'visit', norm: null, recurrence: 'FREQ=MONTHLY;INTERVAL=3', windowDays: 10, segment: '主要客户 Major customers',
    objective: '每季拜访主要客户 Quarterly visit to major customers', place: '客户现场 At their site', content: '设备检查、续约意向 Look at the units, renewal',
    talkingPoints: '检查滤芯与压力，问续约时间。\nCheck filters and pressure, ask when they decide on the renewal.',
  },
] as const;

/** What is done after fairs; waits for its decision. */
export const AFTER_FAIR = {
  name: '展会回访 After the fair', objective: '展会后两周内回访意向客户 Visit those who were at our stand within two weeks', place: '客户现场 At their site', content: '样机试用、报价 Unit on trial, quotation', segment: '展会客户 Met at the fair',
  comment: '预算已含在市场费用内。 The budget is part of marketing’s.',
} as const;

/** What the draft for next time has besides: people whom competitors serve. */
export const NOT_SERVED = {
  segment: '尚未服务的客户 Not served yet', objective: '争取竞争对手的客户 Win customers of competitors', place: '客户现场 At their site', content: '免费水质检测、对比报价 Free water test, quotation to compare',
  talkingPoints: '现用设备何时到期？对服务有哪些不满意？\nWhen does the present contract end? What is missing in the service?',
} as const;

/** What is said when things are approved and closed. */
export const COMMENTS = { submitted: '请审批。 For your approval.', approved: '同意，注意节前集中。 Fine; mind the weeks before holidays.' } as const;

/** What is noted about a contact of the plan, in the language of the customer. */
export const NOTES = {
  english: [
    'Called as planned. All running well, filters will last another month.', 'Went through consumption of the month; a little more than usual because of the heat.', 'Looked at the unit on site, pressure is fine. Left two spare filters.',
    'They are content. Asked about the renewal, decision at the end of the quarter.', 'Short call: invoice was missing, sent again.', 'Talked about a second unit for the new floor; they will come back to us.',
  ],
  chinese: ['按计划回访，设备运行正常，滤芯还能用一个月。', '核对本月用量，天热略有增加。', '现场检查，压力正常，留了两支备用滤芯。', '客户满意，问了续约，季度末定。', '简短通话：发票没收到，已补发。', '聊到新楼层加一台，客户内部讨论后再联系。'],
} as const;

/** What is noted when nobody was there. */
export const ATTEMPTS = { english: 'Nobody answered the planned call.', chinese: '计划内回访，无人接听。' } as const;
