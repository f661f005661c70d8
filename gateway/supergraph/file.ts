import { readFileSync } from 'node:fs';
import { type DocumentNode, parse } from 'graphql';

const read = (name: string): string => readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8');

/** The composed supergraph, as it is checked in. */
export const readSupergraph = (): string => read('supergraph.graphql');

/** What the gateway adds to it. */
export const readSubscriptions = (): DocumentNode => parse(read('subscription.graphql'));
