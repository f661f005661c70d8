import { HELP, readCommandLine, WrongOption } from './command-line.ts';
import type { SandboxOptions } from './index.ts';
import { startSandbox } from './index.ts';

const fail = (message: string): never => {
  process.stderr.write(`${message}\nnpm run sandbox -- --help tells all options.\n`);
  process.exit(1);
};

const read = (): SandboxOptions => {
  try {
    const options = readCommandLine(process.argv.slice(2));
    if (options !== 'help') return options;
    process.stdout.write(HELP);
    process.exit(0);
  } catch (thrown) {
    if (thrown instanceof WrongOption) return fail(thrown.message);
    throw thrown;
  }
};

const explain = (thrown: unknown): never => {
  const { code, port, path, message } = thrown as NodeJS.ErrnoException & { port?: number };
  const reasons: Record<string, string> = {
    EADDRINUSE: `port ${port} is taken; choose another one or 0 for any`,
    EADDRNOTAVAIL: 'this machine has no such address as --host says',
    EACCES:
      port === undefined ? `${path} may not be written to` : `port ${port} is not for everybody; choose one above 1023`,
    EEXIST: `--data must name a directory, and ${path} is something else`,
    ENOTDIR: `--data must name a directory, and part of ${path} is something else`,
  };
  return fail(reasons[code ?? ''] ?? `the sandbox did not start: ${message}`);
};

const sandbox = await startSandbox(read()).catch(explain);
process.stdout.write(
  `OpenIM sandbox: API ${sandbox.apiURL}, WebSocket ${sandbox.wsURL}, objects ${sandbox.storeURL}, secret ${sandbox.secret}, admin ${sandbox.adminUserID}\n`,
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
}
