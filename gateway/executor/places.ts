import type { ResponsePath } from '@apollo/query-planner';
import { type Data, isObject, own } from './objects.ts';

export type Path = readonly (string | number)[];

/** The objects at a place of the plan (`@`: every one of a list), in their order, without the nulls. */
export function objectsAt(data: unknown, path: ResponsePath): Data[] {
  const found: Data[] = [];
  walk(data, 0, { path, found: (object) => found.push(object), trail: null });
  return found;
}

/** Where those objects stand, in the same order; worked out only when an error has to be told. */
export function pathsAt(data: unknown, path: ResponsePath): Path[] {
  const found: Path[] = [];
  const trail: (string | number)[] = [];
  walk(data, 0, { path, found: () => found.push([...trail]), trail });
  return found;
}

interface Walk {
  readonly path: ResponsePath;
  found(object: Data): void;
  readonly trail: (string | number)[] | null;
}

function walk(data: unknown, at: number, way: Walk): void {
  if (data === null || data === undefined) return;
  const { path, trail } = way;
  if (Array.isArray(data)) {
    const next = path[at] === '@' ? at + 1 : at;
    for (let index = 0; index < data.length; index += 1) {
      trail?.push(index);
      walk(data[index], next, way);
      trail?.pop();
    }
    return;
  }
  if (!isObject(data)) return;
  const step = path[at];
  if (step === undefined) {
    way.found(data);
    return;
  }
  trail?.push(step);
  walk(own(data, String(step)), at + 1, way);
  trail?.pop();
}
