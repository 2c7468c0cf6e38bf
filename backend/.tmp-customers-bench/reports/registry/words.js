/** Writes a text in the three languages. */
export const words = (en, zhHans, zhHant) => ({ en, zhHans, zhHant });
