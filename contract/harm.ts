import type { Step } from './replay/recording.ts';

/** Recorded steps that no running server is asked to take, and why. */
const LEFT_OUT: readonly { readonly why: string; fits(step: Step): boolean }[] = [
  { why: 'the configuration of a server is its operator’s, and holds its secret', fits: at('/config/') },
  { why: 'wipes messages of everybody', fits: at('/msg/delete_msg_physical') },
  { why: 'tells how the server is deployed', fits: at('/prometheus_discovery/', '/third/prometheus') },
  { why: 'stops and starts the server', fits: at('/restart') },
  { why: 'the server panicked', fits: ({ status }) => status === 500 },
  { why: 'sends to everybody', fits: ({ request }) => held(request, 'isSendAll') === true },
  { why: 'ten megabytes', fits: ({ request }) => JSON.stringify(request ?? null).includes('<10 MiB of x>') },
];

/** Why a step is not played; null where it is. */
export const harmOf = (step: Step): string | null => LEFT_OUT.find(({ fits }) => fits(step))?.why ?? null;

function at(...prefixes: readonly string[]) {
  return ({ path }: Step): boolean => prefixes.some((prefix) => path.startsWith(prefix));
}

const held = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
