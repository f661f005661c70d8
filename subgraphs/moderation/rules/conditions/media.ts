import type { MediaMatched } from '../../../kit/media-findings.ts';
import type { MediaCondition } from '../rule.ts';
import { type Finding, some, type Test } from './subject.ts';

/** Whether a file of it is like an entry of one of these lists; not before its files were read. */
export function mediaTest({ listIDs }: MediaCondition): Test {
  const listed = new Set(listIDs);
  return ({ happening: { media } }) =>
    some((media ?? []).flatMap(({ matches }) => matches.filter(({ listID }) => listed.has(listID)).map(findingOf)));
}

/** The entry, with where it comes from. */
const findingOf = ({ listID, listVersion, entryID, provenance }: MediaMatched): Finding => ({
  list: { id: listID, version: listVersion },
  entry: provenance === null ? entryID : `${entryID} (${provenance})`,
  where: null,
});
