import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { useJIT } from '@graphql-mesh/plugin-jit';

/** `node hive.js <supergraph file>`: Hive Gateway with its jit plugin; the session is passed on. */
const [file = ''] = process.argv.slice(2);

const gateway = createGatewayRuntime({
  supergraph: readFileSync(file, 'utf8'),
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => {
      const authorization = request.headers.get('authorization');
      return authorization === null ? {} : { authorization };
    },
  },
  plugins: () => [useJIT()],
  logging: false,
});

const server = createServer(gateway);
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready at http://127.0.0.1:${server.address().port}\n`);
});

// It stays until every connection has ended, and some are kept.
process.once('SIGTERM', () => process.exit(0));
