import { addDays } from "../../kernel/index.js";
/** The fields that the sample company added to its customers, one of each kind. */
export const FIELDS = [
    { key: 'contract_number', names: { en: 'Contract number', zhHans: '合同编号', zhHant: '合約編號' }, kind: 'text', isRequired: false, choices: [] },
    { key: 'monthly_water', names: { en: 'Water per month (m³)', zhHans: '月用水量（吨）', zhHant: '月用水量（噸）' }, kind: 'number', isRequired: false, choices: [] },
    { key: 'service_until', names: { en: 'Service contract until', zhHans: '维保到期日', zhHant: '維護到期日' }, kind: 'date', isRequired: false, choices: [] },
    {
        key: 'equipment', names: { en: 'Equipment', zhHans: '现用设备', zhHant: '現用設備' }, kind: 'choice', isRequired: false,
        choices: [
            { key: 'ours', names: { en: 'Ours', zhHans: '本公司', zhHant: '本公司' } },
            { key: 'competitor', names: { en: 'Another maker', zhHans: '其他品牌', zhHant: '其他品牌' } },
            { key: 'none', names: { en: 'None yet', zhHans: '暂无', zhHant: '暫無' } },
        ],
    },
    { key: 'needs_invoice', names: { en: 'Wants a tax invoice', zhHans: '需要专票', zhHant: '需要專用發票' }, kind: 'boolean', isRequired: false, choices: [] },
];
/** What a customer says in those fields; many leave some of them empty. */
export function fieldValues(dice, isCustomer, today) {
    return {
        ...(isCustomer && { contract_number: `S-${dice.whole(10_000, 99_999)}`, service_until: addDays(today, dice.whole(-40, 400)) }),
        ...(dice.chance(0.6) && { monthly_water: dice.whole(2, 90) * 5 }),
        ...(dice.chance(0.75) && { equipment: isCustomer ? 'ours' : dice.weighted([['competitor', 6], ['none', 4]]) }),
        ...(dice.chance(0.5) && { needs_invoice: dice.chance(0.6) }),
    };
}
