/** A text in the three languages of the product; the same keys as the names of channels and stages. */
export interface Words {
  readonly en: string;
  readonly zhHans: string;
  readonly zhHant: string;
}

/** Writes a text in the three languages. */
export const words = (en: string, zhHans: string, zhHant: string): Words => ({ en, zhHans, zhHant });
