const names = ([en, zhHans, zhHant]) => JSON.stringify({ en, zhHans, zhHant });
// Fixed identifiers (any valid UUID), so that an import or a script finds the same defaults in every installation.
const id = (family, position) => `0199${family.toString(16).padStart(4, '0')}-0000-7000-8000-${position.toString(16).padStart(12, '0')}`;
/** key, names, contact kind, icon, two-way, live, response minutes, those minutes in working time */
const CHANNELS = [
    ['phone', ['Phone', '电话', '電話'], 'personal', 'call', true, true, null, false],
    ['visit', ['Visit', '拜访', '拜訪'], 'personal', 'handshake', true, true, null, false],
    ['wechat', ['WeChat', '微信', '微信'], 'personal', 'chat', true, false, 30, false],
    ['email', ['E-mail', '电子邮件', '電子郵件'], 'medium', 'mail', true, false, 240, true],
    ['sms', ['SMS', '短信', '簡訊'], 'medium', 'sms', true, false, 240, true],
    ['live_chat', ['Live chat', '在线客服', '線上客服'], 'medium', 'forum', true, false, 30, false],
    ['social', ['Social media', '社交媒体', '社群媒體'], 'public_relations', 'share', true, false, 30, false],
    ['video_meeting', ['Video meeting', '视频会议', '視訊會議'], 'meeting', 'videocam', true, true, null, false],
    ['exhibition', ['Exhibition', '展会', '展會'], 'meeting', 'storefront', true, true, null, false],
    ['briefing', ['Briefing', '说明会', '說明會'], 'meeting', 'co_present', true, true, null, false],
    ['letter', ['Letter', '信函', '信函'], 'medium', 'local_post_office', true, false, null, false],
    ['fax', ['Fax', '传真', '傳真'], 'medium', 'fax', true, false, null, false],
    ['advertisement', ['Advertisement', '广告', '廣告'], 'advertising', 'campaign', false, false, null, false],
    ['agent', ['Agent', '代理商', '代理商'], 'commissioned', 'support_agent', true, true, null, false],
    ['partner', ['Partner', '合作伙伴', '合作夥伴'], 'alliance', 'groups', true, true, null, false],
    ['chance', ['Chance encounter', '偶遇', '偶遇'], 'random', 'waving_hand', true, true, null, false],
];
const DISPOSITIONS = [
    ['reached', ['Reached', '已接通', '已接通']],
    ['no_answer', ['No answer', '无人接听', '無人接聽']],
    ['busy', ['Busy', '占线', '忙線']],
    ['voicemail', ['Voicemail', '语音信箱', '語音信箱']],
    ['call_back', ['Call back later', '稍后再联系', '稍後再聯絡']],
    ['sent', ['Sent', '已发送', '已傳送']],
    ['refused', ['Refused', '拒绝', '拒絕']],
    ['wrong_number', ['Wrong number', '号码错误', '號碼錯誤']],
    ['bounced', ['Bounced', '退回', '退回']],
    ['not_recorded', ['Not recorded', '未记录', '未記錄']],
];
const OUTCOMES = [
    ['interested', ['Interested', '有兴趣', '有興趣']],
    ['meeting_agreed', ['Meeting agreed', '约定会面', '約定會面']],
    ['quote_sent', ['Quote sent', '已报价', '已報價']],
    ['needs_time', ['Needs time', '需要时间', '需要時間']],
    ['order', ['Order', '下单', '下單']],
    ['not_interested', ['Not interested', '无兴趣', '無興趣']],
    ['information', ['Information exchanged', '信息交流', '資訊交流']],
];
const STAGES = [
    ['new', ['New', '新客户', '新客戶'], 'open'],
    ['qualified', ['Qualified', '已确认需求', '已確認需求'], 'open'],
    ['proposal', ['Proposal', '方案报价', '方案報價'], 'open'],
    ['negotiation', ['Negotiation', '商务谈判', '商務談判'], 'open'],
    ['won', ['Won', '成交', '成交'], 'won'],
    ['lost', ['Lost', '流失', '流失'], 'lost'],
    ['dormant', ['Dormant', '休眠', '休眠'], 'dormant'],
];
/** key, names, ideal and maximum interval in working days */
const TIERS = [
    ['key', ['Key', '重点', '重點'], 10, 15],
    ['major', ['Major', '主要', '主要'], 20, 30],
    ['growth', ['Growth', '成长', '成長'], 30, 45],
    ['ordinary', ['Ordinary', '普通', '普通'], 60, 90],
];
/** What a new installation starts with; every row can be renamed, moved or archived in Settings. */
export class Defaults1795300000002 {
    async up(runner) {
        for (const [i, [key, words, kind, icon, isTwoWay, isLive, minutes, inWorkingTime]] of CHANNELS.entries())
            await runner.query(`INSERT INTO channels (id, key, names, contact_kind, icon, position, is_two_way, is_live, response_minutes, is_response_in_working_time) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, [id(1, i + 1), key, names(words), kind, icon, i + 1, isTwoWay, isLive, minutes, inWorkingTime]);
        for (const [i, [key, words]] of DISPOSITIONS.entries())
            await runner.query('INSERT INTO dispositions (id, key, names, kind, position) VALUES ($1, $2, $3, $2, $4)', [id(2, i + 1), key, names(words), i + 1]);
        for (const [i, [key, words]] of OUTCOMES.entries())
            await runner.query('INSERT INTO outcomes (id, key, names, position) VALUES ($1, $2, $3, $4)', [id(3, i + 1), key, names(words), i + 1]);
        for (const [i, [key, words, kind]] of STAGES.entries())
            await runner.query('INSERT INTO stages (id, key, names, kind, position) VALUES ($1, $2, $3, $4, $5)', [id(4, i + 1), key, names(words), kind, i + 1]);
        for (const [i, [key, words, ideal, maximum]] of TIERS.entries())
            await runner.query('INSERT INTO tiers (id, key, names, ideal_days, maximum_days, position) VALUES ($1, $2, $3, $4, $5, $6)', [id(5, i + 1), key, names(words), ideal, maximum, i + 1]);
    }
    async down(runner) {
        for (const table of ['channels', 'dispositions', 'outcomes', 'stages', 'tiers'])
            await runner.query(`DELETE FROM ${table}`);
    }
}
