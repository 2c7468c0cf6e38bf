import type { Language } from '../../kernel/index.ts';
import type { DataScope, Role } from '../../people/index.ts';

/** A colleague of the sample company. */
export interface Colleague {
  /** By which the story names them; also the first part of the e-mail address. */
  readonly key: string;
  readonly name: string;
  readonly team: string;
  readonly reportsTo: string | null;
  readonly roles: readonly Role[];
  readonly scope: DataScope;
  readonly language: Language;
  /** Their part of the customers, by weight. */
  readonly customers: number;
  /** Share of Chinese customers among theirs. */
  readonly chinese: number;
  /** Share of calls that reach somebody. */
  readonly reach: number;
}

/** A sample company: its teams (each with the one above it), and its people, the administrator first. */
export interface Cast {
  readonly teams: readonly (readonly [name: string, above: string | null])[];
  readonly people: readonly Colleague[];
}

const SALES = '销售部 Sales';
const EAST = '华东组 East China';
const SOUTH = '华南组 South China';
const ABROAD = '海外组 International';

const seller = { roles: ['sales'], scope: 'own', language: 'zh-Hans', customers: 1, chinese: 0.92 } as const;
const lead = { roles: ['sales', 'team_lead'], reportsTo: 'lidong', language: 'zh-Hans', customers: 0.6, chinese: 0.9 } as const;

/** The twelve people of the sample company, all of them made up; together they hold every role and every data scope. */
export const TWELVE: Cast = {
  teams: [[SALES, null], [EAST, SALES], [SOUTH, SALES], [ABROAD, SALES]],
  people: [
    { key: 'bailu', name: '苏白露', team: SALES, reportsTo: null, roles: ['administrator'], scope: 'all', language: 'zh-Hans', customers: 0.12, chinese: 0.7, reach: 0.7 },
    { key: 'lidong', name: '沈立冬', team: SALES, reportsTo: null, roles: ['manager'], scope: 'team_tree', language: 'zh-Hans', customers: 0.12, chinese: 0.8, reach: 0.72 },
    { ...lead, key: 'jingzhe', name: '陆惊蛰', team: EAST, scope: 'team', reach: 0.7 },
    { ...lead, key: 'guyu', name: '何谷雨', team: SOUTH, scope: 'reports', reach: 0.66 },
    { ...lead, key: 'rowan', name: 'Rowan Ashgrove', team: ABROAD, scope: 'team_tree', language: 'en', chinese: 0.1, reach: 0.62 },
    { ...seller, key: 'xiaoman', name: '顾小满', team: EAST, reportsTo: 'jingzhe', reach: 0.74 },
    { ...seller, key: 'qiufen', name: '叶秋分', team: EAST, reportsTo: 'jingzhe', reach: 0.61 },
    { ...seller, key: 'mangzhong', name: '程芒种', team: EAST, reportsTo: 'jingzhe', reach: 0.55 },
    { ...seller, key: 'shuangjiang', name: '罗霜降', team: SOUTH, reportsTo: 'guyu', reach: 0.68 },
    { ...seller, key: 'xiazhi', name: '鄧夏至', team: SOUTH, reportsTo: 'guyu', language: 'zh-Hant', reach: 0.63 },
    { ...seller, key: 'hazel', name: 'Hazel Brookfield', team: ABROAD, reportsTo: 'rowan', language: 'en', chinese: 0.06, reach: 0.64 },
    { ...seller, key: 'linden', name: 'Linden Foxglove', team: ABROAD, reportsTo: 'rowan', language: 'en', chinese: 0.12, reach: 0.52 },
  ],
};

/** The first colleague of a role; undefined when the cast has none. */
export const keyWith = ({ people }: Cast, role: Role): string | undefined => people.find(({ roles }) => roles.includes(role))?.key;

/** The sample address of a colleague, at a domain that is set aside for examples. */
export const emailOf = ({ key }: Pick<Colleague, 'key'>): string => `${key}@example.com`;
