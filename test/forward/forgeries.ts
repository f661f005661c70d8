import type { Rule } from '../../subgraphs/openim/forward/rule.ts';
import type { Stage } from './stage.ts';

type Tree = Readonly<Record<string, unknown>>;
type Forgery = readonly [what: string, body: unknown];

/** Bodies with which Mallory asks for what is Ann's, by what is odd about them. `body` is Ann's own. */
export function forgeries(rule: Rule, body: object, stage: Stage): readonly Forgery[] {
  const { ann, bo, mallory, conversationID } = stage;
  const hers = JSON.parse(JSON.stringify(body).replaceAll(ann.id, mallory.id)) as Tree;
  switch (rule.check) {
    case 'own':
      return owned(rule, { body, hers, theirID: ann.id, ownID: mallory.id });
    case 'among':
      return [['neither', body]];
    case 'unset':
      return [
        ['set', placed(hers, rule.at, { value: true })],
        ['set in capitals', placed(hers, rule.at, { value: true, name: inCapitals })],
      ];
    case 'conversation':
      return [['foreign', placed(hers, rule.at, { value: conversationID })]];
    case 'conversations':
      return [['foreign', placed(hers, rule.at, { value: [conversationID] })]];
    case 'peer': {
      const own = `si_${[ann.id, mallory.id].sort().join('_')}`;
      return [
        ['foreign', placed(hers, `${rule.at}.conversationID`, { value: conversationID })],
        ['another peer', placed(hers, rule.at, { value: { conversationID: own, userID: bo.id } })],
      ];
    }
    case 'name':
    case 'upload':
      return [
        ['foreign', body],
        ['none', placed(hers, rule.at, { value: '' })],
        ['made up', placed(hers, rule.at, { value: 'eyJhIjoyfQ==.x' })],
      ];
  }
}

interface Ownership {
  readonly body: object;
  readonly hers: Tree;
  readonly theirID: string;
  readonly ownID: string;
}

function owned({ at, demanded }: Extract<Rule, { check: 'own' }>, by: Ownership): readonly Forgery[] {
  const { body, hers, theirID, ownID } = by;
  const key = at.split('.').at(-1) ?? '';
  /** Her own first, theirs after it: Go takes the last. */
  const twice = (name: string): string => {
    const [before, ...after] = JSON.stringify(placed(hers, at, { value: theirID })).split(`"${key}":`);
    return `${before}"${key}":${JSON.stringify(ownID)},"${name}":${after.join(`"${key}":`)}`;
  };
  return [
    ['as it is', body],
    ['in capitals', placed(hers, at, { value: theirID, name: inCapitals })],
    ['with a letter that Go folds', placed(hers, at, { value: theirID, name: (name) => name.replace(/s/i, '\u017f') })],
    ['twice, the last one counting', twice(key)],
    ['twice, in two cases', twice(inCapitals(key))],
    ['a number', placed(hers, at, { value: 1 })],
    ['both', placed(hers, at, { value: [ownID, theirID] })],
    ...(demanded ? [['nobody', placed(hers, at, { value: '' })] as const] : []),
  ];
}

const inCapitals = (key: string): string => key.toUpperCase();

interface Place {
  readonly value: unknown;
  readonly name?: (key: string) => string;
}

/** The tree with another value at a path, and perhaps with its keys written in another way. */
function placed(tree: Tree, path: string, { value, name = (key) => key }: Place): Tree {
  const [key = '', ...rest] = path.split('.');
  const { [key]: old, ...others } = tree;
  if (rest.length > 0) return { ...others, [name(key)]: placed((old ?? {}) as Tree, rest.join('.'), { value, name }) };
  return { ...others, [name(key)]: Array.isArray(old) && !Array.isArray(value) ? [value] : value };
}
