import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { readSDL } from '../../subgraphs/kit/sdl.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';

/** Values that every scalar of ours takes, in a query and in an answer. */
export const SAMPLES: Readonly<Record<string, unknown>> = {
  ID: 'x1',
  String: 'text',
  Int: 1,
  Float: 1.5,
  Boolean: true,
  DateTime: '2026-01-01T00:00:00.000Z',
  EmailAddress: 'ann@example.com',
  PhoneNumber: '+8613800138000',
  URL: 'https://example.com/',
  JSON: 'any thing',
  SeenMessage: { contentType: 101, content: '{}' },
  MediaClaim: { url: 'https://example.com/a.png' },
};

export interface StandIns {
  readonly subgraphs: readonly Subgraph[];
  /** Coordinates of the fields that were resolved, since it was last emptied. */
  readonly ran: Set<string>;
  /** Where a value may be of several types, it is of one of these. */
  become(types: readonly string[]): void;
}

/** Subgraphs with our schemas and no sense: whatever they are asked, they answer. */
export function openStandIns(): StandIns {
  const ran = new Set<string>();
  let preferred: readonly string[] = [];
  const subgraphs = (['openim', 'identity', 'media', 'moderation'] as const).map((name) => {
    const typeDefs = readSDL(name);
    const schema = buildSubgraphSchema([{ typeDefs }]);
    answerAnything(
      schema,
      (coordinate) => ran.add(coordinate),
      () => preferred,
    );
    return { name, typeDefs, schema, contextFor: () => null, personal: null };
  });
  return {
    subgraphs,
    ran,
    become: (types) => {
      preferred = types;
    },
  };
}

function answerAnything(
  schema: GraphQLSchema,
  note: (coordinate: string) => void,
  preferred: () => readonly string[],
): void {
  const sample = (type: GraphQLOutputType): unknown => {
    if (isNonNullType(type)) return sample(type.ofType);
    if (isListType(type)) return [sample(type.ofType)];
    if (isEnumType(type)) return type.getValues()[0]?.value;
    if (isObjectType(type)) return { __typename: type.name };
    if (!isAbstractType(type)) return SAMPLES[type.name] ?? null;
    const members = schema.getPossibleTypes(type).map(({ name }) => name);
    return { __typename: members.find((name) => preferred().includes(name)) ?? members[0] };
  };
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      field.resolve = () => {
        note(`${type.name}.${field.name}`);
        return sample(field.type);
      };
    }
  }
}
