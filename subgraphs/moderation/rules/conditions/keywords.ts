import type { Keywords } from '../rule.ts';
import { type Found, search } from '../text/search.ts';
import { type WordList, wordAt } from '../text/word-list.ts';
import { type Finding, type MetList, some, type Test } from './subject.ts';

/** A word list in the version that is in force. */
export interface LoadedWords extends MetList {
  readonly words: WordList;
}

/** `own`: the words that stand in the condition itself. */
export function keywordTest({ match }: Keywords, lists: readonly LoadedWords[], own: WordList | null): Test {
  const holds = ({ whole }: Found): boolean => match === 'SUBSTRING' || whole;
  const all = [...lists.map(({ words, ...list }) => ({ list, words })), ...(own ? [{ list: null, words: own }] : [])];
  return ({ texts }) =>
    some(
      texts.flatMap(({ path, read }) =>
        all.flatMap(({ list, words }) =>
          search(words, read)
            .filter(holds)
            .map(
              ({ word, start, end }): Finding => ({ list, entry: wordAt(words, word), where: { path, start, end } }),
            ),
        ),
      ),
    );
}
