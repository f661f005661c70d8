import { parseArgs } from 'node:util';
import type { SandboxOptions } from './index.ts';
import { startSandbox } from './index.ts';

const USAGE = `npm run sandbox -- [--host 127.0.0.1] [--api-port 10002] [--ws-port 10001] [--store-port 10005] [--data DIR] [--fresh] [--seed]`;

const fail = (message: string): never => {
  process.stderr.write(`${message}\n${USAGE}\n`);
  process.exit(1);
};

const portOf = (flag: string, text: string): number => {
  const port = Number(text);
  return /^\d+$/.test(text) && port < 65_536
    ? port
    : fail(`--${flag} must be a port between 0 and 65535, not "${text}"`);
};

const readOptions = (): SandboxOptions => {
  try {
    const { values } = parseArgs({
      options: {
        host: { type: 'string', default: '127.0.0.1' },
        'api-port': { type: 'string', default: '10002' },
        'ws-port': { type: 'string', default: '10001' },
        'store-port': { type: 'string', default: '0' },
        data: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        seed: { type: 'boolean', default: false },
      },
    });
    return {
      host: values.host,
      apiPort: portOf('api-port', values['api-port']),
      wsPort: portOf('ws-port', values['ws-port']),
      storePort: portOf('store-port', values['store-port']),
      fresh: values.fresh,
      seed: values.seed,
      ...(values.data !== undefined && { dataDir: values.data }),
    };
  } catch (thrown) {
    return fail((thrown as Error).message);
  }
};

const explain = (thrown: unknown): never => {
  const { code, port, message } = thrown as NodeJS.ErrnoException & { port?: number };
  return fail(
    code === 'EADDRINUSE'
      ? `port ${port} is taken; choose another one or 0 for any`
      : `the sandbox did not start: ${message}`,
  );
};

const sandbox = await startSandbox(readOptions()).catch(explain);
process.stdout.write(
  `OpenIM sandbox: API ${sandbox.apiURL}, WebSocket ${sandbox.wsURL}, objects ${sandbox.storeURL}, secret ${sandbox.secret}, admin ${sandbox.adminUserID}\n`,
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
}
