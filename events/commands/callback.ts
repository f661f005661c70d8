import type { z } from 'zod';
import { CONVERSATIONS } from './conversations.ts';
import { FRIENDS } from './friends.ts';
import { GROUPS } from './groups.ts';
import { MESSAGES } from './messages.ts';
import { PUSHES } from './pushes.ts';
import { USERS } from './users.ts';

/** Every callback of OpenIM, by its name on the wire, odd ones included. */
export const COMMANDS = { ...MESSAGES, ...PUSHES, ...USERS, ...FRIENDS, ...GROUPS, ...CONVERSATIONS };

export type Command = keyof typeof COMMANDS;

/** What one command's body says. */
export type Body<C extends Command> = z.output<(typeof COMMANDS)[C]>;

/** A callback that was read: its command tells what its body is. */
export type Callback = { [C in Command]: { readonly command: C; readonly body: Body<C> } }[Command];

export const isCommand = (name: string): name is Command => Object.hasOwn(COMMANDS, name);

/** Why a body is not the callback that its path says. */
export type Unreadable = 'NOT_JSON' | 'OTHER_COMMAND' | 'OTHER_SHAPE';

/** Reads what was posted to a command's path; every field of it is untrusted. */
export function readCallback(command: Command, bytes: Uint8Array): Callback | Unreadable {
  const json = parsed(bytes);
  if (json === undefined) return 'NOT_JSON';
  if ((json as { callbackCommand?: unknown } | null)?.callbackCommand !== command) return 'OTHER_COMMAND';
  const { success, data } = COMMANDS[command].safeParse(json);
  return success ? ({ command, body: data } as Callback) : 'OTHER_SHAPE';
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
