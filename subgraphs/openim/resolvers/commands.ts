import { badInput, Fault } from '../../kit/fault.ts';
import type { Connection, PageArguments } from '../../kit/page.ts';
import { type OpenIMContext, userOf } from '../context.ts';
import { pageOfAll } from '../lists.ts';
import { timeAtLeast } from '../model/json.ts';
import type { WireCommand } from '../rest/wire.ts';
import { LONGEST_EX, textWithin } from './profile.ts';

const LONGEST_KEY = 255;
const LONGEST_VALUE = 16_384;

interface Key {
  readonly type: number;
  readonly uuid: string;
}

interface Contents {
  readonly value?: string | null;
  readonly ex?: string | null;
}

export const UserCommand = {
  id: idOf,
  value: ({ value }: WireCommand) => value || null,
  ex: ({ ex }: WireCommand) => ex || null,
  createdAt: ({ createTime }: WireCommand) => timeAtLeast(createTime),
};

function idOf({ type, uuid }: Key): string {
  return `${type}:${uuid}`;
}

export async function userCommands(
  _: unknown,
  { type = null, ...page }: PageArguments & { type?: number | null },
  context: OpenIMContext,
): Promise<Connection<WireCommand>> {
  const { id } = userOf(context);
  if (type !== null) typed(type);
  const rows = await context.openim.commands.list(id, type, context.call);
  // Of one key twice, OpenIM changes the first.
  const first = new Map(rows.toReversed().map((row) => [idOf(row), row]));
  return pageOfAll(
    `userCommands ${type}`,
    rows.filter((row) => first.get(idOf(row)) === row),
    page,
  );
}

export async function addUserCommand(
  _: unknown,
  { input: { type, uuid, value, ex } }: { input: Key & Contents },
  context: OpenIMContext,
): Promise<WireCommand> {
  const { commands } = context.openim;
  const key = keyOf({ type, uuid }, { userID: userOf(context).id, at: 'input.' });
  const text = commandValue(value);
  const extra = textWithin(ex, { field: 'input.ex', most: LONGEST_EX });
  if ((await allOf(key, context)).length > 0) throw new Fault('ALREADY_THERE', { what: 'A command of this key' });
  await commands.add({ ...key, value: text }, context.call);
  if (extra !== '')
    await commands.change({ ...key, ex: extra }, context.call).catch(async (error: unknown) => {
      // Half of it would stand in the way of asking again.
      await commands.delete(key, context.call);
      throw error;
    });
  return commandBy(key, context);
}

export async function updateUserCommand(
  _: unknown,
  { input: { value, ex }, ...named }: Key & { input: Contents },
  context: OpenIMContext,
): Promise<WireCommand> {
  const key = keyOf(named, { userID: userOf(context).id, at: '' });
  const change = {
    ...(value === undefined ? {} : { value: commandValue(value) }),
    ...(ex === undefined ? {} : { ex: textWithin(ex, { field: 'input.ex', most: LONGEST_EX }) }),
  };
  if (Object.keys(change).length > 0) await context.openim.commands.change({ ...key, ...change }, context.call);
  return commandBy(key, context);
}

/** Also of a key that OpenIM has twice, nothing stays. */
export async function deleteUserCommand(_: unknown, named: Key, context: OpenIMContext): Promise<string> {
  const key = keyOf(named, { userID: userOf(context).id, at: '' });
  for (const _row of await allOf(key, context)) await context.openim.commands.delete(key, context.call);
  return idOf(key);
}

type OwnKey = Key & { readonly userID: string };

/** OpenIM lists by type alone. */
async function allOf({ userID, type, uuid }: OwnKey, { openim, call }: OpenIMContext): Promise<WireCommand[]> {
  return (await openim.commands.list(userID, type, call)).filter((row) => row.uuid === uuid);
}

async function commandBy(key: OwnKey, context: OpenIMContext): Promise<WireCommand> {
  const [row] = await allOf(key, context);
  if (row === undefined) throw new Fault('NOT_FOUND', { what: 'The command' });
  return row;
}

function keyOf({ type, uuid }: Key, { userID, at }: { userID: string; at: string }): OwnKey {
  typed(type, `${at}type`);
  if (uuid === '' || uuid.length > LONGEST_KEY)
    throw badInput(`${at}uuid`, `1 to ${LONGEST_KEY} characters are expected`);
  return { userID, type, uuid };
}

function typed(type: number, field = 'type'): void {
  if (type < 1) throw badInput(field, 'a number from 1 on is expected');
}

const commandValue = (value: string | null | undefined): string =>
  textWithin(value, { field: 'input.value', most: LONGEST_VALUE });
