import * as columns from "./columns.js";
import { words } from "./words.js";
const OCCURRED = words('The day on which the communication happened, in the time zone of the organisation.', '沟通发生的日期，按本组织的时区。', '溝通發生的日期，按本組織的時區。');
const WITHDRAWN = words('Communications that were withdrawn are counted nowhere.', '已撤回的沟通不计入任何数字。', '已撤回的溝通不計入任何數字。');
const communications = {
    key: 'communications',
    names: words('Communications', '沟通次数', '溝通次數'),
    parts: [{ relation: 'contacts', columns: columns.communications }],
    rate: null,
    isCohort: false,
    definition: {
        counts: words('Communications that were not judged invalid; the credit is their author’s.', '未被判为无效的沟通；归记录的作者。', '未被判為無效的溝通；歸記錄的作者。'),
        denominator: null,
        period: OCCURRED,
        leftOut: words(`Invalid communications stand beside. ${WITHDRAWN.en}`, `无效的沟通另列一栏。${WITHDRAWN.zhHans}`, `無效的溝通另列一欄。${WITHDRAWN.zhHant}`),
    },
};
const customersReached = {
    key: 'customers_reached',
    names: words('Customers reached', '接通客户数', '接通客戶數'),
    parts: [{ relation: 'contacted', columns: columns.reached }],
    rate: null,
    isCohort: false,
    definition: {
        counts: words('Customers with at least one communication that reached them, each customer once. A customer reached by two people or on two channels stands in both rows and once in the total.', '至少有一次接通沟通的客户，每位客户只计一次。被两人或经两个渠道接通的客户在两行中各计一次，在合计中只计一次。', '至少有一次接通溝通的客戶，每位客戶只計一次。被兩人或經兩個管道接通的客戶在兩行中各計一次，在合計中只計一次。'),
        denominator: null,
        period: OCCURRED,
        leftOut: words(`Communications that did not reach, and invalid ones. ${WITHDRAWN.en}`, `未接通的沟通和无效的沟通。${WITHDRAWN.zhHans}`, `未接通的溝通和無效的溝通。${WITHDRAWN.zhHant}`),
    },
};
const newCustomers = {
    key: 'new_customers',
    names: words('New customers', '新客户', '新客戶'),
    parts: [{ relation: 'known', columns: columns.newcomers }, { relation: 'stock', columns: columns.stock }],
    rate: null,
    isCohort: false,
    definition: {
        counts: words('Customers first known in the period. Beside them, at the end of the period or of the row: customers not archived by then, and those of them whose stage was an open one.', '在期间内首次知悉的客户。另列期末（或该行时段末）的数字：届时未归档的客户，以及其中阶段仍为进行中的客户。', '在期間內首次知悉的客戶。另列期末（或該行時段末）的數字：屆時未封存的客戶，以及其中階段仍為進行中的客戶。'),
        denominator: null,
        period: words('The day the customer was first known.', '客户首次知悉的日期。', '客戶首次知悉的日期。'),
        leftOut: words('Nothing among the new ones: customers archived later were new all the same. Archived ones are not among those at the end.', '新客户中没有排除项：后来归档的客户当时同样是新客户。期末数字不含已归档的客户。', '新客戶中沒有排除項：後來封存的客戶當時同樣是新客戶。期末數字不含已封存的客戶。'),
    },
};
const reachRate = {
    key: 'reach_rate',
    names: words('Reach rate', '接通率', '接通率'),
    parts: [{ relation: 'contacts', columns: columns.attempts }],
    rate: { names: words('Reach rate', '接通率', '接通率'), of: 'reached', among: 'attempts' },
    isCohort: false,
    definition: {
        counts: words('Outbound communications whose disposition is of the kind “reached”.', '接通情况属于“已接通”的主动联系。', '接通情況屬於「已接通」的主動聯絡。'),
        denominator: words('Outbound communications that were not judged invalid. What was only sent counts as an attempt that did not reach.', '未被判为无效的主动联系。仅“已发送”的按未接通的联系计。', '未被判為無效的主動聯絡。僅「已傳送」的按未接通的聯絡計。'),
        period: OCCURRED,
        leftOut: words(`Bounced, wrong numbers and those whose disposition was not recorded are no part of the rate and stand beside, as do invalid ones. ${WITHDRAWN.en}`, `退回、号码错误和未记录接通情况的不计入比率，另列各栏；无效的也另列。${WITHDRAWN.zhHans}`, `退回、號碼錯誤和未記錄接通情況的不計入比率，另列各欄；無效的也另列。${WITHDRAWN.zhHant}`),
    },
};
const conversion = {
    key: 'conversion',
    names: words('Conversion', '转化率', '轉化率'),
    parts: [{ relation: 'cohort', columns: columns.cohort }, { relation: 'uncontacted', columns: columns.uncontacted }],
    rate: { names: words('Conversion', '转化率', '轉化率'), of: 'converted', among: 'customers' },
    isCohort: true,
    definition: {
        counts: words('Customers whose first change into a won stage came within the chosen number of days after their origin (the first communication that is not invalid, or the day they were first known: a choice), or at any time with no limit.', '从起点起在所选天数内（或不限时间）首次进入成交阶段的客户。起点可选：第一次有效的沟通，或首次知悉客户的日期。', '從起點起在所選天數內（或不限時間）首次進入成交階段的客戶。起點可選：第一次有效的溝通，或首次知悉客戶的日期。'),
        denominator: words('Customers whose origin lies in the period and for whom the number of days is over. By channel or contact kind: those with at least one effective communication of it, at or before their conversion and within the days. By number: communications up to and including the one at which they converted, otherwise all within the days; never one after it.', '起点在期间内且所选天数已满的客户。按渠道或接触方法：在转化之时或之前、且在天数之内，至少有一次该渠道或方法的有效沟通的客户。按次数：计至促成转化的那一次沟通（含），未转化的计天数之内的全部沟通，绝不计之后的。', '起點在期間內且所選天數已滿的客戶。按管道或接觸方法：在轉化之時或之前、且在天數之內，至少有一次該管道或方法的有效溝通的客戶。按次數：計至促成轉化的那一次溝通（含），未轉化的計天數之內的全部溝通，絕不計之後的。'),
        period: words('The day of the origin, in the time zone of the organisation.', '起点的日期，按本组织的时区。', '起點的日期，按本組織的時區。'),
        leftOut: words('Customers whose days are not yet over (too early) and those converted before their origin; both stand beside. With the first communication as origin also customers first known in the period who were never contacted. Invalid communications count nowhere.', '天数未满的客户（为时尚早）和在起点之前已转化的客户，均另列一栏。以第一次沟通为起点时，期间内首次知悉但从未联系的客户也另列。无效的沟通均不计。', '天數未滿的客戶（為時尚早）和在起點之前已轉化的客戶，均另列一欄。以第一次溝通為起點時，期間內首次知悉但從未聯絡的客戶也另列。無效的溝通均不計。'),
    },
};
/** The registry of measures. */
export const MEASURES = { communications, customersReached, newCustomers, reachRate, conversion };
