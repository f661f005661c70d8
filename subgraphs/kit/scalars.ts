import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';
import {
  GraphQLDateTime,
  GraphQLEmailAddress,
  GraphQLJSON,
  GraphQLPhoneNumber,
  GraphQLURL,
  GraphQLVoid,
} from 'graphql-scalars';

/** graphql-scalars hands out Date and URL objects; the wire between subgraph and gateway holds JSON only. */
const asText = (base: GraphQLScalarType, text: (value: unknown) => string): GraphQLScalarType =>
  new GraphQLScalarType({
    name: base.name,
    description: base.description,
    serialize: text,
    parseValue: (value) => base.parseValue(value),
    parseLiteral: (node, variables) => base.parseLiteral(node, variables),
  });

const DateTime = asText(GraphQLDateTime, (value) => {
  const time = value instanceof Date ? value : new Date(value as string | number);
  return time.toISOString();
});

const URL_ = new GraphQLScalarType({
  name: 'URL',
  description: GraphQLURL.description,
  serialize: String,
  parseValue: webAddress,
  parseLiteral: (node) => webAddress(node.kind === Kind.STRING ? node.value : valueFromASTUntyped(node)),
});

/** An address that a browser may be given: absolute, http or https. Anything else would be a script's door. */
function webAddress(value: unknown): string {
  if (typeof value !== 'string' || !URL.canParse(value) || !/^https?:\/\//i.test(value))
    throw new GraphQLError('URL: an absolute http or https address is expected.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  return value;
}

/** The scalars of the API, by name: subgraphs serialise with them, the gateway validates input with them. */
export const SCALARS = {
  DateTime,
  EmailAddress: GraphQLEmailAddress,
  PhoneNumber: GraphQLPhoneNumber,
  JSON: GraphQLJSON,
  URL: URL_,
  Void: GraphQLVoid,
} as const satisfies Readonly<Record<string, GraphQLScalarType>>;
