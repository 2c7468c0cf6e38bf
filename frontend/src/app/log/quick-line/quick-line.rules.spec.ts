import { Line, Words, dayOf, partsNamed, readLine } from './quick-line.rules';

const entry = (key: string, en: string, zhHans: string) => ({ id: key, key, names: { en, zhHans } });
// A Wednesday.
const words: Words = {
  channels: [{ ...entry('phone', 'Phone', '电话'), isLive: true }, entry('sms', 'SMS', '短信'), entry('video_meeting', 'Video meeting', '视频会议'), entry('c_own', 'Trade fair call', '展位')],
  dispositions: [entry('reached', 'Reached', '已接通'), entry('no_answer', 'No answer', '无人接听'), { ...entry('sent', 'Sent', '已发送'), kind: 'sent' }],
  locale: 'en-GB', today: '2026-03-04',
};

describe('a line', () => {
  const cases: [string, Line][] = [
    ['phone 王总 reached sent quote +3d 10:00', { channelId: 'phone', customer: '王总', dispositionId: 'reached', text: 'sent quote', day: { workingDays: 3 }, time: '10:00' }],
    ['电话 王总 接通 报价已发 +3d 10:00', { channelId: 'phone', customer: '王总', dispositionId: 'reached', text: '报价已发', day: { workingDays: 3 }, time: '10:00' }],
    ['call Anna Li no answer tomorrow 3pm', { channelId: 'phone', customer: 'Anna Li', dispositionId: 'no_answer', day: { on: '2026-03-05' }, time: '15:00' }],
    ['video meeting acme NO ANSWER', { channelId: 'video_meeting', customer: 'acme', dispositionId: 'no_answer' }],
    ['trade fair call acme reached', { channelId: 'c_own', customer: 'acme', dispositionId: 'reached' }],
    ['王总 没接 下周一', { customer: '王总', dispositionId: 'no_answer', day: { on: '2026-03-09' } }],
    ['acme reached +2w promised', { customer: 'acme', dispositionId: 'reached', day: { on: '2026-03-18' }, isPromised: true }],
    ['acme reached +1m 上午9点半', { customer: 'acme', dispositionId: 'reached', day: { on: '2026-04-04' }, time: '09:30' }],
    ['acme reached wed', { customer: 'acme', dispositionId: 'reached', day: { on: '2026-03-11' } }],
    ['acme reached fri', { customer: 'acme', dispositionId: 'reached', day: { on: '2026-03-06' } }],
    ['acme reached 2026-04-01', { customer: 'acme', dispositionId: 'reached', day: { on: '2026-04-01' } }],
    ['acme reached 4月1日', { customer: 'acme', dispositionId: 'reached', day: { on: '2026-04-01' } }],
    ['acme reached 1月5日', { customer: 'acme', dispositionId: 'reached', day: { on: '2027-01-05' } }],
    ['phone acme sent quote', { channelId: 'phone', customer: 'acme', text: 'sent quote' }],
    ['sms acme sent the quote', { channelId: 'sms', customer: 'acme', dispositionId: 'sent', text: 'the quote' }],
    ['acme reached next friday 10:00', { customer: 'acme', dispositionId: 'reached', day: { on: '2026-03-13' }, time: '10:00' }],
    ['acme reached +3 sent quote', { customer: 'acme', dispositionId: 'reached', day: { workingDays: 3 }, text: 'sent quote' }],
    ['acme reached wants 20', { customer: 'acme', dispositionId: 'reached', text: 'wants 20' }],
    ['acme reached price 12.50', { customer: 'acme', dispositionId: 'reached', text: 'price 12.50' }],
    ['acme reached talk on monday about it', { customer: 'acme', dispositionId: 'reached', text: 'talk on monday about it' }],
    ['acme reached cadence', { customer: 'acme', dispositionId: 'reached', isCadence: true }],
    ['acme sounds happy', { customer: 'acme', text: 'sounds happy' }],
    ['', {}],
  ];
  it.each(cases)('%s', (line, said) => { expect(readLine(line, words)).toEqual(said); });

  it('keeps every word as text when the customer is known already', () => {
    expect(readLine('phone wants a quote reached +1', words, true)).toEqual({ channelId: 'phone', dispositionId: 'reached', text: 'wants a quote', day: { workingDays: 1 } });
  });

  it.each([['phone acme', 1], ['phone acme reached', 2], ['acme', 0], ['reached +3d 10:00', 2]])('%s names %d parts', (line, count) => {
    expect(partsNamed(readLine(line, words))).toBe(count);
  });
});

describe('the day that is meant', () => {
  const isWorked = (date: string): boolean => !['2026-03-07', '2026-03-08', '2026-03-06'].includes(date);
  it.each([[1, '2026-03-05'], [2, '2026-03-09'], [3, '2026-03-10'], [0, '2026-03-04']])('%d working days from Wednesday with a holiday on Friday', (workingDays, on) => {
    expect(dayOf({ workingDays }, words.today, isWorked)).toBe(on);
  });
  it('is the named one', () => { expect(dayOf({ on: '2026-03-08' }, words.today, isWorked)).toBe('2026-03-08'); });
  it('comes to an end where nobody ever works', () => { expect(dayOf({ workingDays: 3 }, words.today, () => false) > words.today).toBe(true); });
});
