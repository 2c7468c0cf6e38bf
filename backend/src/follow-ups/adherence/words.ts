import type { LocalisedNames } from '../../kernel/index.ts';

const words = (en: string, hans: string, hant: string): LocalisedNames => ({ en, zhHans: hans, zhHant: hant });

/** Heads of the file with the communications in which a norm applied. */
export const HEADS: readonly LocalisedNames[] = [
  words('Day', '日期', '日期'), words('Customer', '客户', '客戶'), words('Person', '人员', '人員'), words('Norm', '接触规范', '接觸規範'), words('Version', '版本', '版本'), words('Checklist filled in', '已填清单', '已填清單'),
  words('Required points', '必做项', '必做項'), words('Ticked', '已勾选', '已勾選'), words('Not ticked', '未勾选', '未勾選'),
];

/** Yes and no. */
export const ANSWERS = { yes: words('yes', '是', '是'), no: words('no', '否', '否') } as const;
