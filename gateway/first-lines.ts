import type { Config } from './config.ts';
import type { Running } from './open-gateway.ts';

/** What a developer reads first: where it is, whom they can be, where the codes go. */
export function firstLines(running: Running, config: Config): string {
  const { url, sandbox, outbox, newAdmin, embeddedDatabase } = running;
  const lines = [`openim-graphql is ready at ${url}/graphql`];
  if (outbox) lines.push(`  one-time codes   ${url}/dev/outbox`);
  if (sandbox !== null) {
    lines.push(`  OpenIM           a sandbox: REST ${sandbox.apiURL}, WebSocket ${sandbox.wsURL}`);
    for (const [at, { nickname, email }] of sandbox.people.entries())
      lines.push(`${at === 0 ? '  sign in as       ' : ' '.repeat(19)}${email}  (${nickname})`);
  }
  if (newAdmin !== null)
    lines.push(`  admin            ${newAdmin.email}, password ${newAdmin.password} (shown this once)`);
  if (embeddedDatabase || sandbox !== null) lines.push(`  data             ${config.dataDir}`);
  return [...lines, '  stop             Ctrl-C'].join('\n');
}
