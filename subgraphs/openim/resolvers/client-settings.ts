import { badInput, Fault } from '../../kit/fault.ts';
import { reasonOf } from '../../kit/reason.ts';
import type { OpenIMContext } from '../context.ts';
import type { WireClientConfig } from '../rest/wire.ts';
import { recorded } from './recorded.ts';

const MOST_KEYS = 50;
const LONGEST_KEY = 255;
const LONGEST_VALUE = 16_384;

interface ClientConfigInput {
  readonly key: string;
  readonly value: string;
}

interface Told {
  readonly userID?: string | null;
  readonly reason: string;
}

export async function setClientConfig(
  _: unknown,
  { configs, ...told }: Told & { configs: readonly ClientConfigInput[] },
  context: OpenIMContext,
): Promise<WireClientConfig[]> {
  const reason = reasonOf(told.reason);
  distinct(
    configs.map(({ key }) => key),
    { list: 'configs', field: '.key' },
  );
  for (const [at, { value }] of configs.entries())
    if (value.length > LONGEST_VALUE)
      throw badInput(`configs.${at}.value`, `at most ${LONGEST_VALUE} characters are expected`);
  const { userID, before } = await standing(told.userID, context);
  const after = Object.fromEntries(configs.map(({ key, value }) => [key, value]));
  const entry = {
    action: 'clientConfig.set',
    target: targetOf(userID),
    reason,
    before,
    after: { ...before, ...after },
  };
  await recorded(context, entry, () => context.openim.clientConfigs.set(userID, after, context.call));
  return configs.map(({ key, value }) => ({ userID, key, value }));
}

export async function deleteClientConfig(
  _: unknown,
  { keys, ...told }: Told & { keys: readonly string[] },
  context: OpenIMContext,
): Promise<string[]> {
  const reason = reasonOf(told.reason);
  distinct(keys, { list: 'keys', field: '' });
  const { userID, before } = await standing(told.userID, context);
  const after = Object.fromEntries(Object.entries(before).filter(([key]) => !keys.includes(key)));
  const entry = { action: 'clientConfig.delete', target: targetOf(userID), reason, before, after };
  await recorded(context, entry, () => context.openim.clientConfigs.delete(userID, keys, context.call));
  return keys.map((key) => `${userID}:${key}`);
}

const targetOf = (userID: string): string => (userID === '' ? 'setting:clientConfig' : `user:${userID}`);

/** For whom, and what is set for them now. */
async function standing(userID: string | null | undefined, { openim, call, userByID }: OpenIMContext) {
  if (userID != null && (await userByID.load(userID)) === null) throw new Fault('NOT_FOUND', { what: 'The user' });
  return { userID: userID ?? '', before: await openim.clientConfigs.get(userID ?? '', call) };
}

function distinct(keys: readonly string[], { list, field }: { list: string; field: string }): void {
  if (keys.length < 1 || keys.length > MOST_KEYS) throw badInput(list, `1 to ${MOST_KEYS} are expected`);
  for (const [at, key] of keys.entries()) {
    if (key === '' || key.length > LONGEST_KEY)
      throw badInput(`${list}.${at}${field}`, `1 to ${LONGEST_KEY} characters are expected`);
    if (keys.indexOf(key) < at) throw badInput(`${list}.${at}${field}`, 'a key that was not given before is expected');
  }
}
