import type { ApolloServerOptions } from '@apollo/server';
import { type DocumentNode, Token, TokenKind, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GatewayContext } from './scope.ts';

/** Characters of all documents that are kept; parsed, one takes some fifty times its length. */
const MOST_TEXT = 1_000_000;
const MOST_DOCUMENTS = 2_000;

type DocumentStore = NonNullable<ApolloServerOptions<GatewayContext>['documentStore']>;

/** Documents that were parsed and validated, for Apollo Server: as many as there are operations kept ready. */
export function createParsedDocuments(): DocumentStore {
  const known = new LRUCache<string, DocumentNode>({
    max: MOST_DOCUMENTS,
    maxSize: MOST_TEXT,
    sizeCalculation: ({ loc }) => loc?.end || 1,
  });
  return {
    get: async (hash) => known.get(hash),
    set: async (hash, document) => {
      dropTokens(document);
      known.set(hash, document);
    },
    delete: async (hash) => known.delete(hash),
  };
}

const NO_TOKEN = new Token(TokenKind.SOF, 0, 0, 0, 0);

/** Errors are placed by where a node begins; the chain of the parser's tokens, which is most of a document, nobody reads. */
export function dropTokens(document: DocumentNode): void {
  visit(document, {
    enter: ({ loc }) => {
      if (loc !== undefined) Object.assign(loc, { startToken: NO_TOKEN, endToken: NO_TOKEN });
    },
  });
}
