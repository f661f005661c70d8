import type { ClassifierCondition } from '../rule.ts';
import { HOLDS, type Test } from './subject.ts';

/** Whether the classifier says so; not before it was asked. */
export const classifierTest =
  ({ label, atLeast }: ClassifierCondition): Test =>
  ({ happening: { labels } }) => {
    if (labels === 'ANY') return HOLDS;
    const said = labels?.find(({ name, score }) => name === label && score >= atLeast);
    return said === undefined ? null : [{ list: null, entry: `${label} ${said.score}`, where: null }];
  };
