import { bounded } from '../../subgraphs/kit/bounded.ts';

const FALLBACK = 'en';
const REMEMBERED = 100_000;

/** In which language people were last seen on this node, for what is told to them when they do not ask. */
export interface Languages {
  note(userID: string, language: string): void;
  /** BCP 47; English for who was not seen. */
  of(userID: string): string;
}

export function createLanguages(): Languages {
  const known = bounded<string, string>(REMEMBERED);
  return {
    note: (userID, language) => void known.set(userID, language),
    of: (userID) => known.get(userID) ?? FALLBACK,
  };
}
