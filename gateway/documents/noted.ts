import { createHash } from 'node:crypto';
import { Kind, parse, print, visit } from 'graphql';
import type { Logger } from 'pino';
import { bounded } from '../../subgraphs/kit/bounded.ts';
import { MOST_TOKENS } from '../limits.ts';

const MOST_NOTED = 10_000;
/** Characters of a text that a log shows. */
const SHOWN = 2_000;

/** Tells of each text that is not listed, once; never what was written into it, which may be about people. */
export function createNoted(log: Logger): (text: string) => void {
  const noted = bounded<string, true>(MOST_NOTED);
  return (text) => {
    const sha256 = createHash('sha256').update(text).digest('hex');
    if (noted.has(sha256)) return;
    noted.set(sha256, true);
    log.warn({ sha256, operation: withoutValues(text) }, 'an operation is not listed');
  };
}

/** Null where it is no GraphQL, which may be anything. */
function withoutValues(text: string): string | null {
  try {
    const document = parse(text, { maxTokens: MOST_TOKENS, noLocation: true });
    const blank = visit(document, {
      StringValue: (node) => ({ ...node, value: '', block: false }),
      IntValue: (node) => ({ ...node, value: '0' }),
      FloatValue: (node) => ({ ...node, value: '0' }),
      ObjectValue: { leave: () => ({ kind: Kind.OBJECT, fields: [] }) },
      ListValue: { leave: () => ({ kind: Kind.LIST, values: [] }) },
    });
    return print(blank).slice(0, SHOWN);
  } catch {
    return null;
  }
}
