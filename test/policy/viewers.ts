import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { type Decision, decisionFor, readDecisions } from '../../check/decisions.ts';
import { ADMIN_ROLES, scopesOf } from '../../subgraphs/identity/admins/scopes.ts';
import { sign } from '../gateway/signer.ts';
import { ALICE, type Answer, type World } from '../gateway/world.ts';

const SCHEMA = join(import.meta.dirname, '../../schema');
export const api = buildSchema(readFileSync(join(SCHEMA, 'api.graphql'), 'utf8'));
const decisions = readDecisions(readFileSync(join(SCHEMA, 'decisions.txt'), 'utf8'));

export function decided(coordinate: string): Decision {
  const decision = decisionFor(coordinate, decisions);
  assert.ok(decision, `${coordinate} has no decision`);
  return decision;
}

/** Who asks, by what they are called: nobody, a user, and an admin of each role. */
export const VIEWERS = ['nobody', 'user', ...ADMIN_ROLES] as const;
export type ViewerName = (typeof VIEWERS)[number];

export const ADMINS = Object.fromEntries(
  ADMIN_ROLES.map((role) => [role, { kind: 'admin', id: role, scopes: scopesOf([role]) } as const]),
);

/** Read from the file of decisions alone: nothing that the gateway computes goes into it. */
export function may(viewer: ViewerName, coordinate: string): boolean {
  const { who, anyOf } = decided(coordinate);
  if (who === 'everybody' || who === 'reached' || who === 'own') return true;
  if (who === 'signed-in') return viewer !== 'nobody';
  const scopes = ADMINS[viewer]?.scopes ?? new Set<string>();
  return anyOf.some((all) => all.every((scope) => scopes.has(scope)));
}

export const ask = (world: World, viewer: ViewerName, query: string): Promise<Answer> => {
  const operationName = /Disguised/.test(query) ? 'Disguised' : undefined;
  const body = JSON.stringify({ query, operationName });
  const headers = { 'content-type': 'application/json' };
  if (viewer === 'nobody') return world.send({ headers, body });
  if (viewer === 'user') return world.send({ headers: { ...headers, ...sign({ ...ALICE, body }) }, body });
  return world.send({ headers: { ...headers, authorization: `Bearer ${viewer}` }, body });
};
