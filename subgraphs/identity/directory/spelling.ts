/**
 * What is compared when people are searched: one case, and no accents or width of letters. Korean syllables and Chinese
 * characters stay what they are.
 */
export const spelling = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
