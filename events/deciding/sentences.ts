import { isRefusal, type RefusalReason } from '../../subgraphs/kit/refusals.ts';
import texts from './texts.json' with { type: 'json' };

type Texts = Readonly<Record<RefusalReason | 'until', string>>;

const BY_LANGUAGE: Readonly<Record<string, Texts>> = texts;
const FALLBACK = 'en';

/** What somebody who was refused is told, in their language as far as we have it: `zh` for `zh-Hant-TW`. */
export function sentenceFor({ reason, until }: { reason: string; until: Date | null }, language: string): string {
  const known = BY_LANGUAGE[language.split('-')[0] ?? ''] === undefined ? FALLBACK : language;
  const { until: more, ...sentences } = BY_LANGUAGE[known.split('-')[0] ?? ''] ?? texts.en;
  const sentence = sentences[isRefusal(reason) ? reason : 'NOT_ALLOWED'];
  if (until === null) return sentence;
  const time = new Intl.DateTimeFormat(known, { dateStyle: 'medium', timeStyle: 'long', timeZone: 'UTC' });
  return `${sentence} ${more.replace('{until}', time.format(until))}`;
}
