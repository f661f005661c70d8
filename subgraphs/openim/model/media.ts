import type { MediaReference } from '../../kit/media-claim.ts';
import type { MediaOf } from '../../kit/media-findings.ts';
import { contentOf } from './content.ts';
import type { Content, Snapshot } from './kinds.ts';

/** More files in one message are an attack on who looks at them. */
const MOST_FILES = 100;

/** Of a message's content, as it is read for everybody. */
export const mediaOf: MediaOf = ({ contentType, content }) => {
  const files = new Map(filesIn(contentOf(contentType, content)).map((file) => [file.id, file]));
  return [...files.values()].slice(0, MOST_FILES);
};

function filesIn(content: Content): readonly MediaReference[] {
  switch (content.__typename) {
    case 'PictureContent':
      return [content.source, ...(content.thumbnail === null ? [] : [content.thumbnail])];
    case 'VideoContent':
      return [content.source, ...(content.snapshot === null ? [] : [content.snapshot])];
    case 'SoundContent':
    case 'FileContent':
      return [content.source];
    case 'MergerContent':
      return content.messages.flatMap(inside);
    case 'TextContent':
    case 'AtTextContent':
    case 'QuoteContent':
    case 'MarkdownContent':
      return content.quoted === null ? [] : inside(content.quoted);
    default:
      return [];
  }
}

const inside = ({ content }: Snapshot): readonly MediaReference[] => filesIn(content);
