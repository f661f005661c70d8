import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type Data, isObject, merge, own, put } from './objects.ts';
import { isOfType } from './rewrites.ts';
import type { World } from './run.ts';

/** What a subgraph is told of an entity that it shall add to; null where something that it needs is missing. */
export type Represent = (entity: Data) => Data | null;

/** From the keys and `@requires` of a fetch. */
export function compileRequires(selections: readonly QueryPlanSelectionNode[], world: World): Represent {
  const [only, ...others] = selections;
  if (only?.kind !== 'InlineFragment' || others.length > 0) return compileRepresentation(selections, world);
  // Of one type, as nearly always: what it is made of is made once.
  const { typeCondition } = only;
  const represent = compileRepresentation(only.selections, world);
  return (entity) =>
    typeCondition === undefined || isOfType(world.schema, entity, typeCondition) === true ? represent(entity) : null;
}

function compileRepresentation(selections: readonly QueryPlanSelectionNode[], world: World): Represent {
  const parts = selections.map((selection) => compilePart(selection, world));
  return (entity) => {
    const representation: Data = {};
    for (const part of parts) if (!part(entity, representation)) return null;
    return representation;
  };
}

/** Answers false where the entity cannot be represented. */
type Part = (entity: Data, representation: Data) => boolean;

function compilePart(selection: QueryPlanSelectionNode, world: World): Part {
  if (selection.kind === 'InlineFragment') {
    const { typeCondition } = selection;
    const represent = compileRepresentation(selection.selections, world);
    return (entity, representation) => {
      if (typeCondition !== undefined && isOfType(world.schema, entity, typeCondition) !== true) return true;
      const inner = represent(entity);
      if (inner !== null) merge(representation, inner, world.concrete);
      return true;
    };
  }
  const name = selection.alias ?? selection.name;
  const represent = selection.selections && compileRepresentation(selection.selections, world);
  const reduce = (value: unknown): unknown => {
    if (represent === undefined) return value;
    if (Array.isArray(value)) return value.map(reduce);
    return isObject(value) ? represent(value) : null;
  };
  return (entity, representation) => {
    const value = own(entity, name);
    // It was to be fetched before, and could not be: that was told where it happened.
    if (value === undefined) return false;
    put(representation, name, reduce(value));
    return true;
  };
}
