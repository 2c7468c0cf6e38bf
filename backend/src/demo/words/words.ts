/** Where a contact stands in the story of a customer; decides what is noted. */
export type Phase = 'first' | 'fair' | 'need' | 'quote' | 'negotiate' | 'order' | 'service' | 'keep' | 'lost';

/** The lines of the sample company in the language of a customer. `{p}` is who was spoken to, `{g}` the goods, `{n}` a number, `{a}` an amount, `{d}` a day of the week. */
export interface Words {
  readonly notes: Readonly<Record<Phase, readonly string[]>>;
  readonly purposes: Readonly<Record<Phase, readonly string[]>>;
  readonly attempts: Readonly<Record<'no_answer' | 'busy' | 'voicemail' | 'call_back' | 'wrong_number', readonly string[]>>;
  readonly inbound: readonly string[];
  readonly answers: readonly string[];
  readonly waiting: readonly string[];
  readonly promised: readonly string[];
  readonly lossReasons: readonly string[];
  readonly dormantReasons: readonly string[];
  readonly cancelReasons: readonly string[];
  readonly noneReasons: readonly string[];
  readonly invalidReasons: readonly string[];
  readonly comments: readonly string[];
  readonly goods: readonly string[];
  readonly days: readonly string[];
  readonly titles: readonly string[];
  readonly customerNotes: readonly string[];
}
