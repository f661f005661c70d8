import type { MediaFinding, MediaMatched } from '../../../kit/media-findings.ts';
import type { MediaCondition } from '../rule.ts';
import { type Finding, some, type Test } from './subject.ts';

/** Whether a file of it is like an entry of these lists, or has one of these labels; not before its files were read. */
export function mediaTest({ listIDs, labels }: MediaCondition): Test {
  const listed = new Set(listIDs);
  const least = new Map(labels.map(({ name, atLeast }) => [name, atLeast]));
  const findingsIn = ({ matches, labels: said }: MediaFinding): readonly Finding[] => [
    ...matches.filter(({ listID }) => listed.has(listID)).map(matched),
    ...said
      .filter(({ name, score }) => score >= (least.get(name) ?? Number.POSITIVE_INFINITY))
      .map(({ name, score }) => ({ list: null, entry: `${name} ${score}`, where: null })),
  ];
  return ({ happening: { media } }) => some((media ?? []).flatMap(findingsIn));
}

/** The entry, with where it comes from. */
const matched = ({ listID, listVersion, entryID, provenance }: MediaMatched): Finding => ({
  list: { id: listID, version: listVersion },
  entry: provenance === null ? entryID : `${entryID} (${provenance})`,
  where: null,
});
