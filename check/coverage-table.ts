import { COVERAGE } from '../subgraphs/openim/coverage/coverage.ts';
import type { Coverage } from '../subgraphs/openim/coverage/row.ts';
import { TABLE } from '../subgraphs/openim/forward/table.ts';

const INTRODUCTION = `# OpenIM's routes, and where each is met

Each of the routes of OpenIM's API is one of four things: an operation of the GraphQL API; asked by us alone; left to
official SDKs, who reach it at \`/openim/*\`; or refused. Which routes official SDKs reach, with the same checks as
everybody else, is in the last column: [official-sdks.md](official-sdks.md).

Made from \`subgraphs/openim/coverage/\` by \`npm run docs\`; held to OpenIM's router, to the schema and to the tests by
\`test/house/coverage.test.ts\`.
`;

/** docs/openim-coverage.md */
export function coverageTable(): string {
  const rows = Object.entries(COVERAGE).map(
    ([route, row]) => `| \`${route}\` | ${met(row)} | ${isForwarded(route) ? 'yes' : ''} |`,
  );
  return [INTRODUCTION, '| route | where it is met | official SDKs |', '|---|---|---|', ...rows, ''].join('\n');
}

/** Downloads are no row of the table: they are a GET, and no body is looked at. */
const isForwarded = (route: string): boolean => Object.hasOwn(TABLE, route) || route === '/object/*name';

function met(row: Coverage): string {
  if ('graphql' in row) return row.graphql.map((coordinate) => `\`${coordinate}\``).join(', ');
  if ('inside' in row) return `inside (\`${row.inside}\`): ${row.why}`;
  return 'forwarded' in row ? `forwarded: ${row.forwarded}` : `refused: ${row.refused}`;
}
