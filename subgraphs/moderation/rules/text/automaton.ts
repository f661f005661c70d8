/**
 * An Aho–Corasick automaton in flat arrays, so that a million words fit, and can be handed from one thread to another.
 * States are numbered breadth-first: the children of a state stand side by side, sorted by unit.
 */
export interface Automaton {
  /** The unit that leads to a state. */
  readonly units: Uint32Array<ArrayBuffer>;
  /** The first child of each state; those of state `s` end where those of `s + 1` begin. */
  readonly children: Uint32Array<ArrayBuffer>;
  /** Where to go on when no child fits. */
  readonly fallbacks: Uint32Array<ArrayBuffer>;
  /** The next shorter state that ends a word; 0: none. */
  readonly outputs: Uint32Array<ArrayBuffer>;
  /** The words that end in a state, as a range of the sorted words that it was built from. */
  readonly firsts: Uint32Array<ArrayBuffer>;
  readonly counts: Uint32Array<ArrayBuffer>;
}

/** `words`: sorted by {@link compareUnits}, none of them empty; the same one may come several times. */
export function buildAutomaton(words: readonly (readonly number[])[]): Automaton {
  const room = words.reduce((sum, word) => sum + word.length, 1) + 1;
  const [units, children, firsts, counts] = [array(room), array(room), array(room), array(room)];
  const [from, until] = [array(room), array(room)];
  until[0] = words.length;
  let states = 1;
  let level = 1;
  for (let state = 0, depth = 0; state < states; state++) {
    if (state === level) {
      depth++;
      level = states;
    }
    children[state] = states;
    let at = from[state] ?? 0;
    const end = until[state] ?? 0;
    firsts[state] = at;
    while (at < end && words[at]?.length === depth) at++;
    counts[state] = at - (from[state] ?? 0);
    while (at < end) {
      const unit = words[at]?.[depth] ?? 0;
      units[states] = unit;
      from[states] = at;
      while (at < end && words[at]?.[depth] === unit) at++;
      until[states] = at;
      states++;
    }
  }
  children[states] = states;
  const cut = (all: Uint32Array<ArrayBuffer>, length = states) => all.slice(0, length);
  const tree = { units: cut(units), children: cut(children, states + 1), firsts: cut(firsts), counts: cut(counts) };
  return { ...tree, ...linked(tree, states) };
}

const array = (length: number): Uint32Array<ArrayBuffer> => new Uint32Array(length);

type Tree = Pick<Automaton, 'units' | 'children' | 'counts'>;

function linked(tree: Tree, states: number): Pick<Automaton, 'fallbacks' | 'outputs'> {
  const [fallbacks, outputs] = [array(states), array(states)];
  for (let state = 0; state < states; state++) {
    for (let child = tree.children[state] ?? 0; child < (tree.children[state + 1] ?? 0); child++) {
      const fallback = state === 0 ? 0 : follow({ ...tree, fallbacks }, fallbacks[state] ?? 0, tree.units[child] ?? 0);
      fallbacks[child] = fallback;
      outputs[child] = (tree.counts[fallback] ?? 0) > 0 ? fallback : (outputs[fallback] ?? 0);
    }
  }
  return { fallbacks, outputs };
}

/** The state after one more unit. */
export function follow(automaton: Pick<Automaton, 'units' | 'children' | 'fallbacks'>, state: number, unit: number) {
  for (let at = state; ; at = automaton.fallbacks[at] ?? 0) {
    const child = childOf(automaton, at, unit);
    if (child > 0 || at === 0) return child;
  }
}

/** 0, which is no state's child, for none. */
function childOf({ units, children }: Pick<Automaton, 'units' | 'children'>, state: number, unit: number): number {
  let low = children[state] ?? 0;
  let high = children[state + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = units[middle] ?? 0;
    if (found === unit) return middle;
    if (found < unit) low = middle + 1;
    else high = middle;
  }
  return 0;
}

export function compareUnits(a: readonly number[], b: readonly number[]): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
