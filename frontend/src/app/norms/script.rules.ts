/** What a script can name, in the order in which it is offered. */
export const PLACEHOLDERS = ['customer', 'contact', 'me', 'company', 'purpose', 'place'] as const;
/** One of those. */
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** A script as it will read with these words; what is no placeholder stays, so that a slip is seen. */
export const previewOf = (script: string, words: Readonly<Record<Placeholder, string>>): string =>
  script.replace(/\{\s*(\w+)\s*\}/g, (braces, name: string) => (words as Readonly<Record<string, string>>)[name.toLowerCase()] ?? braces);

/** Lines of a text as a list, empty ones left out. */
export const linesOf = (text: string): { text: string }[] => text.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => ({ text: line }));
