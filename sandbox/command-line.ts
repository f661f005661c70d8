import { parseArgs } from 'node:util';
import { CALLBACKS, isCallbackName } from './callbacks/names.ts';
import type { CallbackOptions } from './callbacks/options.ts';
import type { SandboxOptions } from './options.ts';

export const HELP = `An OpenIM for development: REST, WebSocket and webhooks, as the real server does them.

  npm run sandbox -- [options]

  --api-port 10002        where REST calls are answered; 0 takes any free port
  --ws-port 10001         where WebSockets are opened; 0 takes any free port
  --store-port 0          where files are put and fetched by signed URLs
  --host 127.0.0.1        the address that all are on
  --data DIR              keeps everything in this directory; without it, all is forgotten at the end
  --fresh                 forgets what the directory holds before it starts
  --seed                  fills an empty server with a few people who know each other
  --multi-login-policy 1  who is put out by a newer login: 0, 1, 4 or 5, as in OpenIM's share.yml
  --callback-url URL      where webhooks are posted to, as <URL>/<command>; user and password within are sent along
  --callbacks NAMES       only these, by their names in webhooks.yml, separated by commas
  --callback-timeout 5    seconds that their answers may take; 0 means 15
  --help                  this page

The secret is openIM123 and the administrator imAdmin, as in a fresh OpenIM.

Things go wrong on demand, switched by programs on this machine:
  curl -d '[{"at": "/msg/*", "latencyMs": 300}]' http://127.0.0.1:10002/sandbox/faults
GET tells what is switched on, DELETE ends it; sandbox/faults/README.md tells all that can go wrong.
`;

/** An option that is wrong: what it is, and what is expected. */
export class WrongOption extends Error {}

const OPTIONS = {
  host: { type: 'string', default: '127.0.0.1' },
  'api-port': { type: 'string', default: '10002' },
  'ws-port': { type: 'string', default: '10001' },
  'store-port': { type: 'string', default: '0' },
  data: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  seed: { type: 'boolean', default: false },
  'multi-login-policy': { type: 'string', default: '1' },
  'callback-url': { type: 'string' },
  callbacks: { type: 'string' },
  'callback-timeout': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const portOf = (flag: string, text: string): number => {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new WrongOption(`--${flag} must be a port between 0 and 65535, not "${text}"`);
};

const PORTS = ['api-port', 'ws-port', 'store-port'] as const;
const portsOf = (values: Record<(typeof PORTS)[number], string>): [api: number, ws: number, store: number] => {
  const ports = PORTS.map((flag) => portOf(flag, values[flag]));
  const twice = PORTS.filter((_, index) => ports[index] !== 0 && ports.indexOf(Number(ports[index])) < index)[0];
  if (twice !== undefined)
    throw new WrongOption(`--${twice} must differ from the other ports, and is ${values[twice]}`);
  return ports as [number, number, number];
};

const POLICIES = { '0': 0, '1': 1, '4': 4, '5': 5 } as const;
const policyOf = (text: string): 0 | 1 | 4 | 5 => {
  if (text in POLICIES) return POLICIES[text as keyof typeof POLICIES];
  throw new WrongOption(`--multi-login-policy must be 0, 1, 4 or 5, not "${text}"`);
};

const urlOf = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const example = 'for example http://127.0.0.1:4000/webhooks/openim/<secret>';
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new WrongOption(`--callback-url must be an http or https URL, ${example}, not "${text}"`);
  if (url.search !== '' || url.hash !== '')
    throw new WrongOption(`--callback-url must end with its path: the command is appended to it, ${example}`);
  return text;
};

const namesOf = (text: string): NonNullable<CallbackOptions['only']> =>
  text.split(',').map((part) => {
    const name = part.trim();
    if (isCallbackName(name)) return name;
    const known = Object.keys(CALLBACKS).join(', ');
    throw new WrongOption(`--callbacks knows no "${name}"; there are ${known}`);
  });

const secondsOf = (text: string): number => {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  throw new WrongOption(`--callback-timeout must be a number of seconds, not "${text}"`);
};

const callbacksOf = (url: string | undefined, names: string | undefined, timeout: string | undefined) => {
  if (url === undefined) {
    const idle = names !== undefined ? 'callbacks' : timeout !== undefined ? 'callback-timeout' : undefined;
    if (idle !== undefined) throw new WrongOption(`--${idle} needs --callback-url: without it nothing is posted`);
    return {};
  }
  const only = names === undefined ? {} : { only: namesOf(names) };
  const limit = timeout === undefined ? {} : { timeout: secondsOf(timeout) };
  return { callbacks: { url: urlOf(url), ...only, ...limit } };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (thrown) {
    throw new WrongOption((thrown as Error).message);
  }
};

/** What the command line asks for; throws a WrongOption that says what is wrong with it. */
export const readCommandLine = (args: readonly string[]): SandboxOptions | 'help' => {
  const values = parse(args);
  if (values.help) return 'help';
  const [apiPort, wsPort, storePort] = portsOf(values);
  if (values.data === '') throw new WrongOption('--data must name a directory');
  return {
    host: values.host,
    apiPort,
    wsPort,
    storePort,
    fresh: values.fresh,
    seed: values.seed,
    multiLoginPolicy: policyOf(values['multi-login-policy']),
    ...(values.data !== undefined && { dataDir: values.data }),
    ...callbacksOf(values['callback-url'], values.callbacks, values['callback-timeout']),
  };
};
