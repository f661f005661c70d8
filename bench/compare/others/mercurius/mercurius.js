import gateway from '@mercuriusjs/gateway';
import fastify from 'fastify';

/** `node mercurius.js <name>=<subgraph> …`: Mercurius' gateway with jit from the first request on; the session is passed on. */
const services = process.argv.slice(2).map((each) => {
  const at = each.indexOf('=');
  return { name: each.slice(0, at), url: each.slice(at + 1), mandatory: true };
});

const authorized = ({ authorization }) => (authorization === undefined ? {} : { authorization });

const app = fastify();
await app.register(gateway, {
  jit: 1,
  gateway: { services: services.map((each) => ({ ...each, rewriteHeaders: (headers) => authorized(headers) })) },
});
await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`ready at http://127.0.0.1:${app.server.address().port}\n`);

// It waits for every connection to end, and some are kept.
process.once('SIGTERM', () => process.exit(0));
