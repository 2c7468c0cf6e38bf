import type { LocalisedNames } from '../../kernel/index.ts';

const words = (en: string, hans: string, hant: string): LocalisedNames => ({ en, zhHans: hans, zhHant: hant });

/** Heads of the file with the customers that a plan has not reached. */
export const HEADS: readonly LocalisedNames[] = [
  words('Customer', '客户', '客戶'), words('Owner', '负责人', '負責人'), words('Next contact of the plan', '计划的下次接触', '計畫的下次接觸'), words('Missed', '错过', '錯過'), words('Last contact', '最近联系', '最近聯絡'),
];
