import { FAULTS, type FaultRow } from '../subgraphs/kit/faults.ts';

const INTRODUCTION = `# Errors

Every error has \`extensions.code\`, one of a few that say what kind it is, and \`extensions.reason\`, which names the
very thing and never changes. \`retry\` is there, and true, where the same request may succeed later as it is. Where
the status is not 200 the whole request was refused; else the field at the error's path is null and the rest answers.
Errors of OpenIM itself also carry \`extensions.openim\`: its \`errCode\`, \`errMsg\` and the \`operationID\` to look for.

Made from \`subgraphs/kit/faults.ts\` by \`npm run docs\`.
`;

/** docs/errors.md, made from the rows that the code throws. */
export function errorTable(rows: Readonly<Record<string, FaultRow>> = FAULTS): string {
  const lines = Object.entries(rows).map(
    ([reason, { code, status, retry, says }]) =>
      `| \`${reason}\` | \`${code}\` | ${status ?? 200} | ${retry ? 'yes' : ''} | ${says.replaceAll('|', '\\|')} |`,
  );
  return [
    INTRODUCTION,
    '| reason | code | status | retry | what it says |',
    '|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}
