import type { Call } from './call.ts';
import { nothing, type Post } from './endpoint.ts';
import { list } from './page.ts';
import type { WireCommand, WireCommandKey } from './wire.ts';

interface Told {
  /** OpenIM's spelling. */
  readonly CommandResp: WireCommand[] | null;
}

/** They tell `createTime` in seconds. */
const told = ({ CommandResp }: Told): readonly WireCommand[] =>
  list(CommandResp).map((row) => ({ ...row, createTime: row.createTime * 1000 }));

export const createCommands = ({ read, write }: Post) => ({
  /** As they were added; of one type, or all. */
  list: (userID: string, type: number | null, call: Call): Promise<readonly WireCommand[]> =>
    (type === null
      ? read<Told>('/user/process_user_command_get_all', { userID }, call)
      : read<Told>('/user/process_user_command_get', { userID, type }, call)
    ).then(told),

  /** Without `ex`: OpenIM would write it over the value, and keep none. */
  add: (command: WireCommandKey & { value: string }, call: Call): Promise<void> =>
    write('/user/process_user_command_add', command, call).then(nothing),

  /** Absent leaves as it is, `''` clears. NOT_FOUND where there is none. */
  change: (command: WireCommandKey & { value?: string; ex?: string }, call: Call): Promise<void> =>
    write('/user/process_user_command_update', command, call).then(nothing),

  /** One of this key. */
  delete: (key: WireCommandKey, call: Call): Promise<void> =>
    write('/user/process_user_command_delete', key, call).then(nothing),
});

export type Commands = ReturnType<typeof createCommands>;
