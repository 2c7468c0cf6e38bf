/** What a script can name, in the order in which it is offered. */
export const PLACEHOLDERS = ['customer', 'contact', 'me', 'company', 'purpose', 'place'] as const;
/** One of those. */
export type Placeholder = (typeof PLACEHOLDERS)[number];

// The Chinese names that the server reads too.
const CHINESE: Readonly<Record<string, Placeholder>> = {
  客户: 'customer', 客戶: 'customer', 联系人: 'contact', 聯絡人: 'contact', 我: 'me', 公司: 'company', 目的: 'purpose', 地点: 'place', 地點: 'place',
};

/** A script as it will read with these words; what is no placeholder stays, so that a slip is seen. */
export const previewOf = (script: string, words: Readonly<Record<Placeholder, string>>): string =>
  script.replace(/\{\s*([\p{L}\p{N}_]+)\s*\}/gu, (braces, name: string) => (words as Readonly<Record<string, string>>)[CHINESE[name] ?? name.toLowerCase()] ?? braces);

/** Lines of a text as a list, empty ones left out. */
export const linesOf = (text: string): { text: string }[] => text.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => ({ text: line }));
