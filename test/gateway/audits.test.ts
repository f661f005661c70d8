import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serverAudits } from 'graphql-http';
import { openMarket } from '../executor/market.ts';
import { openWorld, type World } from './world.ts';

let world: World;

before(async () => {
  world = await openWorld({ subgraphs: openMarket() });
});

after(() => world?.close(0));

/** The audits of https://github.com/graphql/graphql-http, each a sentence of the GraphQL over HTTP specification. */
describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `http://127.0.0.1:${world.port}/graphql` });

  test('is audited whole', () => assert.ok(audits.length >= 61, `${audits.length} audits`));

  for (const { name, fn } of audits)
    test(name, async () => {
      const result = await fn();
      assert.equal(result.status, 'ok', 'reason' in result ? result.reason : '');
    });
});
