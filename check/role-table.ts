import { type DocumentNode, parse } from 'graphql';
import { ADMIN_ROLES, ALL_SCOPES, has, SCOPES } from '../subgraphs/identity/admins/scopes.ts';
import { type Decision, decisionFor, fieldsOf, readDecisions } from './decisions.ts';

const INTRODUCTION = `# Roles and scopes

An admin has roles, a role has scopes, and a field that is not for everybody names the scopes that it takes
(\`@requiresScopes\` in \`schema/api.graphql\`). A field that an admin may not use is refused before anything runs
(\`SCOPE_MISSING\` at its path, the rest answers), and introspection does not show it to them. Users have no scope.
The roles of the moment count: a role that is taken away is gone at the next request.

Made from \`subgraphs/identity/admins/scopes.ts\` and \`schema/decisions.txt\` by \`npm run docs\`.
`;

/** docs/roles.md, made from the one table that the code asks. */
export function roleTable(api: string, decisions: string): string {
  const uses = usesOf(parse(api), readDecisions(decisions));
  const rows = ALL_SCOPES.map((scope) => {
    const marks = ADMIN_ROLES.map((role) => (has(role, scope) ? 'yes' : ''));
    return `| \`${scope}\` | ${SCOPES[scope].says} | ${marks.join(' | ')} |`;
  });
  const fields = ALL_SCOPES.map((scope) => `| \`${scope}\` | ${(uses.get(scope) ?? []).join(', ')} |`);
  return [
    INTRODUCTION,
    `| scope | opens | ${ADMIN_ROLES.join(' | ')} |`,
    `|---|---|${ADMIN_ROLES.map(() => '---|').join('')}`,
    ...rows,
    '\n## What takes which scope\n',
    '| scope | fields |',
    '|---|---|',
    ...fields,
    '',
  ].join('\n');
}

/** By scope, the fields that take it: refused without it, or null. */
function usesOf(api: DocumentNode, decisions: readonly Decision[]): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  for (const { coordinate } of fieldsOf(api)) {
    const decision = decisionFor(coordinate, decisions);
    for (const scope of decision?.scopes ?? []) uses.set(scope, [...(uses.get(scope) ?? []), `\`${coordinate}\``]);
  }
  return uses;
}
