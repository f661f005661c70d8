import { LRUCache } from 'lru-cache';

const FALLBACK = 'en';
const LONGEST = 256;

/** Clients send the same few headers, each with every request. */
const known = new LRUCache<string, string>({ max: 1_000 });

/** The language that `Accept-Language` (RFC 9110 §12.5.4) puts first, as a canonical BCP 47 tag. */
export function languageOf(header: string | undefined): string {
  if (header === undefined) return FALLBACK;
  const text = header.slice(0, LONGEST);
  const language = known.get(text) ?? firstOf(text);
  known.set(text, language);
  return language;
}

function firstOf(header: string): string {
  const ranked = header
    .split(',')
    .map(readRange)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag, weight } of ranked) {
    if (weight <= 0) continue;
    try {
      const [canonical] = Intl.getCanonicalLocales(tag);
      if (canonical !== undefined) return canonical;
    } catch {
      // Not a language tag (`*` is not either): the next one may be.
    }
  }
  return FALLBACK;
}

function readRange(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { tag, weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}
