import { peopleIn } from './events.ts';
import { type Fields, fieldsOf, wordsOf } from './json.ts';
import type { Content } from './kinds.ts';
import { LINES, type Line } from './summary-lines.ts';

/** Never empty; in the reader's language (BCP 47), else in English. */
export function summaryOf(content: Content, language: string): string {
  const lines: Readonly<Record<string, string>> = /^zh\b/i.test(language) ? LINES.zh : LINES.en;
  const found = lineFor(content, lines);
  if (typeof found === 'string') return found;
  const [line, values] = found;
  const filled = (lines[line] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return onOneLine(filled) || LINES.en.empty;
}

type Values = Readonly<Record<string, string>>;
/** A line and what fills it; or the text itself, whose own braces are no places to fill. */
type Found = readonly [line: string, values: Values] | string;

function lineFor(content: Content, lines: Readonly<Record<string, string>>): Found {
  switch (content.__typename) {
    case 'TextContent':
    case 'AtTextContent':
    case 'QuoteContent':
    case 'MarkdownContent':
      return plain(content.text, 'empty');
    case 'PictureContent':
      return content.alt === null ? ['picture', {}] : plain(content.alt, 'picture');
    case 'SoundContent':
      return soundLine(content.source.claim.duration);
    case 'VideoContent':
      return content.alt === null ? ['video', {}] : plain(content.alt, 'video');
    case 'FileContent':
      return ['file', { name: content.name }];
    case 'MergerContent':
      return ['merger', { name: content.title }];
    case 'CardContent':
      return ['card', { name: content.nickname ?? '' }];
    case 'LocationContent':
      return ['location', { name: content.description ?? '' }];
    case 'CustomContent':
      return content.description === null ? ['custom', {}] : plain(content.description, 'custom');
    case 'StickerContent':
      return ['sticker', {}];
    case 'RevokedContent':
      return content.revokerName === null ? ['revoked', {}] : ['revokedBy', { by: content.revokerName }];
    case 'TypingContent':
      return ['typing', {}];
    case 'NotificationContent':
      return [content.name in lines ? content.name : 'notification', namesIn(fieldsOf(content.detail), lines)];
    case 'UnknownContent':
      return ['unknown', {}];
  }
}

const LONGEST = 200;

function plain(text: string, otherwise: Line): Found {
  const line = onOneLine(text);
  return line === '' ? [otherwise, {}] : line;
}

/** Letters, digits and single spaces between them: on one line as it is. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Empty for a text of which nothing would be seen. */
function onOneLine(text: string): string {
  if (text.length <= LONGEST && PLAIN.test(text)) return text;
  if (!/[^\p{Cc}\p{Cf}\p{Cs}\p{Z}]/u.test(text)) return '';
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return [...line].slice(0, LONGEST).join('');
}

const soundLine = (duration: unknown): Found => {
  const seconds = Math.round(Number(duration));
  return seconds > 0 ? ['soundOf', { seconds: String(seconds) }] : ['sound', {}];
};

/** Whom a notification is about, who did it, and the name of their group. */
function namesIn(detail: Fields, lines: Readonly<Record<string, string>>): Values {
  const somebody = lines.somebody ?? '';
  const people = peopleIn(detail).map(nicknameOf).filter(isThere);
  return {
    name: people.join(', ') || somebody,
    by: nicknameOf(detail.opUser) ?? wordsOf(fieldsOf(detail.request).fromNickname) ?? somebody,
    group: wordsOf(fieldsOf(detail.group).groupName) ?? '',
    notice: [wordsOf(detail.notificationName), wordsOf(detail.text)].filter(isThere).join(': '),
  };
}

const nicknameOf = (person: unknown): string | null => wordsOf(fieldsOf(person).nickname);
const isThere = (name: string | null): name is string => name !== null;
