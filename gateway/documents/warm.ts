import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { Kind, parse, validate } from 'graphql';
import type { Logger } from 'pino';
import { dropTokens } from '../parsed-documents.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import type { Manifest } from './manifest.ts';

/** As many as are kept ready, and room for others. */
const MOST = 500;

/**
 * Plans what is listed, one by one, so that requests are answered between. What does not fit the schema is told: a
 * client that asks it will be refused.
 */
export async function warm(manifest: Manifest, supergraph: Supergraph, log: Logger): Promise<void> {
  for (const [id, text] of [...manifest].slice(0, MOST)) {
    await breathe();
    try {
      ready(text, supergraph);
    } catch (error) {
      log.warn({ id, err: error }, 'an operation that is listed cannot be answered');
    }
  }
}

function ready(text: string, supergraph: Supergraph): void {
  const document = parse(text);
  const [wrong] = validate(supergraph.policy().schema, document);
  if (wrong !== undefined) throw wrong;
  dropTokens(document);
  const queryHash = createHash('sha256').update(text).digest('hex');
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const names = operations.filter(({ operation }) => operation !== 'subscription').map(({ name }) => name?.value);
  // Of the only one, clients tell the name, or they do not.
  const asked = operations.length === 1 && names.length === 1 ? new Set([undefined, ...names]) : names;
  for (const operationName of asked) supergraph.ready({ document, queryHash, operationName });
}
