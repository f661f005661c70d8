import { readConfig } from './config.ts';
import { runProgram } from './program.ts';
import { startSubgraph } from './start-subgraph.ts';

const USAGE = `npm run subgraph -- openim | identity | media | moderation

Serves one subgraph to gateways whose SUBGRAPHS names it, and to nobody else. It has the gateway's own settings; those
that all processes share are in docs/subgraphs.md.`;

const NAMES = ['openim', 'identity', 'media', 'moderation'] as const;
const name = NAMES.find((each) => each === process.argv[2]);
if (name === undefined || process.argv.length > 3) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(1);
}

await runProgram({
  settings: () => readConfig(process.env, name),
  start: (config, log) => startSubgraph(name, config, log),
  lines: ({ host, port }) =>
    `the subgraph ${name} is ready at http://${host.includes(':') ? `[${host}]` : host}:${port}/graphql`,
});
