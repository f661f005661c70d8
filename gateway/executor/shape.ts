import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type Selecting } from './collect.ts';
import { holdsFor } from './leaf.ts';
import { type Data, isInherited, isObject, own, put } from './objects.ts';
import { type Breach, breach, carefully, type Shaping, settle, swiftly } from './shaping.ts';

/** No value at all: whatever may not be null around it is none either. */
const BROKEN = Symbol('broken');

/** What was fetched → what was asked for. */
type Shape = (value: unknown, shaping: Shaping) => unknown;

interface Place {
  /** For whoever reads the log: `Type.field`. */
  readonly name: string;
  readonly selectionSets: readonly SelectionSetNode[];
  readonly selecting: Selecting;
}

export interface Shaper {
  /** Whether anything is asked for that a subgraph answers. */
  readonly asks: boolean;
  shape(fetched: Data): { readonly data: Data | null; readonly breaches: readonly Breach[] };
}

/**
 * Puts what was fetched into the shape of the operation: its fields in its order, nothing else, nulls moved up as their
 * types say (CompleteValue). What an object of each type looks like is worked out when the first of them is met.
 */
export function compileShape(root: GraphQLObjectType, selectionSet: SelectionSetNode, selecting: Selecting): Shaper {
  const shape = objectShape(root, { name: root.name, selectionSets: [selectionSet], selecting });
  const fields = [...collectFields(root.name, [selectionSet], selecting).values()];
  return {
    asks: fields.some(([node]) => node !== undefined && !node.name.value.startsWith('__')),
    shape: (fetched) => {
      const swift = swiftly();
      const shaped = shape(fetched, swift);
      const data = shaped === BROKEN ? null : (shaped as Data);
      if (!swift.broken) return { data, breaches: [] };
      const careful = carefully();
      shape(fetched, careful);
      return { data, breaches: careful.breaches };
    },
  };
}

function shapeOf(type: GraphQLOutputType, place: Place): Shape {
  const bare = bareShape(getNullableType(type) as GraphQLNullableType & GraphQLOutputType, place);
  if (!isNonNullType(type))
    return (value, shaping) => {
      if (value === null || value === undefined) return null;
      const from = shaping.breaches.length;
      const shaped = bare(value, shaping);
      if (shaped !== BROKEN) return shaped;
      settle(shaping, from);
      return null;
    };
  const message = `Cannot return null for non-nullable field ${place.name}.`;
  return (value, shaping) => {
    if (value !== null && value !== undefined) return bare(value, shaping);
    breach(shaping, message);
    return BROKEN;
  };
}

/** Of a value that is there. */
function bareShape(type: GraphQLNullableType & GraphQLOutputType, place: Place): Shape {
  if (isListType(type)) return listShape(shapeOf(type.ofType, place), place);
  if (isCompositeType(type)) return objectShape(type, place);
  if (!isLeafType(type)) throw new TypeError(`${place.name} is of no type that can be answered`);
  const holds = holdsFor(type);
  if (holds === null) return (value) => value;
  const message = `Invalid value found for field ${place.name}.`;
  return (value, shaping) => {
    if (holds(value)) return value;
    breach(shaping, message);
    return BROKEN;
  };
}

function listShape(shape: Shape, { name }: Place): Shape {
  return (value, shaping) => {
    if (!Array.isArray(value)) {
      breach(shaping, `Invalid non-list value found for field ${name}.`);
      return BROKEN;
    }
    const { path } = shaping;
    const list: unknown[] = new Array(value.length);
    let broken = false;
    for (let index = 0; index < value.length; index += 1) {
      path?.push(index);
      const element = shape(value[index], shaping);
      path?.pop();
      if (element === BROKEN) broken = true;
      else list[index] = element;
    }
    return broken ? BROKEN : list;
  };
}

interface FieldShape {
  readonly name: string;
  readonly fetchedAs: string;
  /** No object has either name by itself. */
  readonly plain: boolean;
  readonly shape: Shape;
}

/** Null: an object of this type cannot be told, because it was asked what it is, and that is no type of the API. */
type TypeShape = readonly FieldShape[] | null;

function objectShape(declared: GraphQLCompositeType, place: Place): Shape {
  const { schema } = place.selecting;
  const byType = new Map<string, TypeShape>();
  const fieldsOf = (typeName: string): TypeShape | undefined => {
    const known = byType.get(typeName);
    if (known !== undefined) return known;
    const type = schema.getType(typeName);
    if (type === undefined || !isCompositeType(type)) return undefined;
    const fields = typeShape(type, place);
    byType.set(typeName, fields);
    return fields;
  };
  const usual = isAbstractType(declared) ? undefined : declared.name;
  return (value, shaping) => {
    if (!isObject(value)) return notAnObject(place, shaping);
    const told = own(value, '__typename');
    const fields = fieldsOf(typeof told === 'string' ? told : (usual ?? declared.name));
    if (fields === undefined) {
      // Which type it is may be nobody's to know.
      breach(shaping, `Invalid __typename found for object at field ${place.name}.`);
      return BROKEN;
    }
    return fields === null ? BROKEN : objectOf(fields, value, shaping);
  };
}

function notAnObject({ name }: Place, shaping: Shaping): typeof BROKEN {
  breach(shaping, `Invalid non-object value found for field ${name}.`);
  return BROKEN;
}

function objectOf(fields: readonly FieldShape[], value: Data, shaping: Shaping): unknown {
  const { path } = shaping;
  const object: Data = {};
  let broken = false;
  for (const { name, fetchedAs, plain, shape } of fields) {
    path?.push(name);
    const shaped = shape(plain ? value[fetchedAs] : own(value, fetchedAs), shaping);
    path?.pop();
    if (shaped === BROKEN) {
      if (path === null) return BROKEN;
      broken = true;
    } else if (plain) object[name] = shaped;
    else put(object, name, shaped);
  }
  return broken ? BROKEN : object;
}

function typeShape(type: GraphQLCompositeType, place: Place): TypeShape {
  const fields: FieldShape[] = [];
  for (const [name, nodes] of collectFields(type.name, place.selectionSets, place.selecting)) {
    // Introspection is answered elsewhere.
    if (isIntrospection(nodes)) continue;
    const shape = fieldShape(type, nodes, place.selecting);
    if (shape === null) return null;
    const fetchedAs = nodes[0] === undefined ? name : place.selecting.fetchedAs(nodes[0]);
    fields.push({ name, fetchedAs, plain: !isInherited(name) && !isInherited(fetchedAs), shape });
  }
  return fields;
}

const isIntrospection = ([node]: readonly FieldNode[]): boolean =>
  node !== undefined && (node.name.value === '__schema' || node.name.value === '__type');

function fieldShape(parent: GraphQLCompositeType, nodes: readonly FieldNode[], selecting: Selecting): Shape | null {
  const name = nodes[0]?.name.value ?? '';
  // Subgraphs may call their roots, and what stands for an interface, otherwise than the API does.
  if (name === '__typename') return isObjectType(parent) ? () => parent.name : null;
  const definition = 'getFields' in parent ? parent.getFields()[name] : undefined;
  if (definition === undefined) return null;
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return shapeOf(definition.type, { name: `${parent.name}.${name}`, selectionSets, selecting });
}
