import assert from 'node:assert/strict';
import { test } from 'node:test';
import { image } from '../../check/rules/image.ts';
import { browserCode, environment } from '../../check/rules/places.ts';
import { complaintsOf } from './bad-tree.ts';

test('the environment is read by commands, and by nobody behind them', () => {
  const found = complaintsOf(environment, {
    'gateway/main.ts': 'readConfig(process.env);',
    'gateway/door.ts': 'const port = process.env.PORT;',
    'subgraphs/openim/rest/transport.ts': `if (process.env['DEBUG']) log();`,
  });
  assert.deepEqual(
    found.map((complaint) => complaint.split(': ')[0]),
    ['gateway/door.ts:1', 'subgraphs/openim/rest/transport.ts:1'],
  );
});

test('what browsers run imports nothing of Node', () => {
  const found = complaintsOf(browserCode, {
    'client/handshake.ts': `import { createHash } from 'node:crypto';`,
    'client/signature.ts': `import { serialize } from 'structured-headers';`,
    'client/transport.ts': `import { print } from 'graphql';`,
    'gateway/door.ts': `import { createHash } from 'node:crypto';`,
  });
  assert.equal(found.length, 2);
});

test('the image holds what the program loads at its start', () => {
  const found = complaintsOf(image, {
    Dockerfile: 'FROM node\nCOPY --from=dependencies /app/node_modules node_modules\nCOPY gateway gateway\n',
    'gateway/main.ts': `import type { Lost } from '../docs/lost.ts';\nimport './door.ts';`,
    'gateway/door.ts': `import { refuse } from '../embedded/refuse.ts';\nawait import('../sandbox/index.ts');`,
    'embedded/refuse.ts': 'export const refuse = 1;',
    'sandbox/index.ts': 'export {};',
  });
  assert.deepEqual(found, ['embedded/refuse.ts: is loaded by gateway/main.ts, and the image does not hold it.']);
});
