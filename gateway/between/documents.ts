import { type DocumentNode, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { bounded } from '../../subgraphs/kit/bounded.ts';
import { Fault } from '../../subgraphs/kit/fault.ts';

/** As many as a gateway keeps plans, and each plan has several. */
const MOST_DOCUMENTS = 10_000;

export interface ReadDocument {
  readonly document: DocumentNode;
  /** Whether it changes something. */
  readonly writes: boolean;
  /** Why it cannot be answered here; null: it can. */
  readonly fault: Fault | null;
}

/** What gateways ask, parsed and validated once: their supergraph may be older or newer than this schema. */
export function createDocuments(schema: GraphQLSchema): (query: string) => ReadDocument {
  const known = bounded<string, ReadDocument>(MOST_DOCUMENTS);
  return (query) => {
    let read = known.get(query);
    if (read === undefined) {
      read = readDocument(query, schema);
      known.set(query, read);
    }
    return read;
  };
}

function readDocument(query: string, schema: GraphQLSchema): ReadDocument {
  let document: DocumentNode;
  try {
    document = parse(query, { noLocation: true });
  } catch {
    throw new Fault('QUERY_SYNTAX');
  }
  const writes = document.definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation !== 'query',
  );
  return { document, writes, fault: validate(schema, document).length > 0 ? new Fault('QUERY_INVALID') : null };
}
