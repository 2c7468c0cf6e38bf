import type { Actor } from '../../people/index.ts';
import type { Tools } from './tools.ts';

type NormView = Awaited<ReturnType<Tools['norms']['add']>>;

/** Which points of a checklist were ticked, by their places; points beyond it were not. */
export type Ticks = readonly boolean[];

const required = (text: string) => ({ text, isRequired: true });
const optional = (text: string) => ({ text, isRequired: false });
const lines = (...texts: readonly string[]) => texts.map((text) => ({ text }));

/** The norms of the sample company: for visits, for talks at its stand, and for the plan items that name it, the call about a renewal. */
const NORMS = [
  {
    key: 'visit', channel: 'visit', name: '上门拜访 Visit to a customer', responseMinutes: null,
    checklist: [
      required('出发前看过上次记录 Read the last records before leaving'), required('确认谁决定、谁使用 Asked who decides and who uses it'), required('检查设备与水压 Looked at the unit and the pressure'),
      required('约定下一步和日期 Agreed the next step and its day'), optional('拍照存档 Took a photo for the file'),
    ],
    script: '{contact}，您好，我是{company}的{me}。今天来主要是：{purpose}。\nGood morning {contact}, I am {me} of {company}. I came about: {purpose}.',
    dos: lines('准时，迟到先打电话 Be on time, call if not', '走之前复述承诺 Say again what was promised before you leave'), donts: lines('不评价竞争对手 Do not talk others down', '不当场许诺折扣 Promise no discount on the spot'),
  },
  {
    key: 'fair', channel: 'exhibition', name: '展会接待 Talk at our stand', responseMinutes: 480,
    checklist: [required('交换联系方式 Exchanged contact details'), required('问清用水量和现用设备 Asked for consumption and present equipment'), required('说好回访日期 Agreed a day to call'), optional('送出样品 Gave a sample')],
    script: '您好，您那边用水主要是生活还是生产？\nWelcome. Is your water for people or for production?',
    dos: lines('先问后讲 Ask first, then explain'), donts: lines('不冷落排队的人 Do not leave people waiting without a word'),
  },
  {
    key: 'renewal', channel: null, name: '续约电话 Call about the renewal', responseMinutes: 240,
    checklist: [required('核对合同到期日 Checked when the contract ends'), required('报出续约价格 Named the price of the renewal'), required('问清谁来决定 Asked who decides'), optional('记下顾虑 Noted what they worry about')],
    script: '{contact}，您好，{customer}的维保合同快到期了，我来和您确认续约。\nGood morning {contact}, the service contract of {customer} is about to end; may I go through the renewal with you?',
    dos: lines('先说这一年的运行情况 Begin with how the year went'), donts: lines('不催当场决定 Press nobody to decide at once'),
  },
] as const;

/** The norms of the sample company by key; whatever else holds the answers of whoever followed them. */
export class CompanyNorms {
  constructor(private readonly norms: ReadonlyMap<string, NormView>) {}

  /** The identifier of a norm. */
  id(key: (typeof NORMS)[number]['key']): string {
    return this.norms.get(key)?.id ?? '';
  }

  /** What was ticked of the norm of a plan item, else of the channel; undefined where there is no norm. */
  answer(contact: { channelId: string; normId?: string | null }, ticks: Ticks): { versionId: string; ticked: string[] } | undefined {
    const all = [...this.norms.values()];
    const norm = all.find(({ id }) => id === contact.normId) ?? all.find(({ channelId }) => channelId === contact.channelId);
    return norm && { versionId: norm.versionId, ticked: norm.checklist.filter((_, place) => ticks[place]).map(({ id }) => id) };
  }
}

/** Writes the norms that are not there yet. */
export async function writeNorms({ norms, normReads }: Tools, actor: Actor, ids: ReadonlyMap<string, string>): Promise<CompanyNorms> {
  const there = await normReads.all();
  const written = new Map<string, NormView>();
  for (const { key, channel, checklist, dos, donts, ...rest } of NORMS) {
    const given = { ...rest, channelId: channel && (ids.get(`channels.${channel}`) ?? null), checklist: [...checklist], dos: [...dos], donts: [...donts], isResponseInWorkingTime: true };
    written.set(key, there.find(({ name }) => name === rest.name) ?? (await norms.add(actor, given)));
  }
  return new CompanyNorms(written);
}
