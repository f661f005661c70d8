import type { Call } from './call.ts';
import { nothing, type Post } from './endpoint.ts';
import { type Page, paged, pagination, type Rows } from './page.ts';
import type { WireClientConfig } from './wire.ts';

type Configs = Readonly<Record<string, string>>;

/** An empty `userID` is everybody's. */
export const createClientConfigs = ({ read, write }: Post) => ({
  get: (userID: string, call: Call): Promise<Configs> =>
    read<{ configs?: Configs }>('/user/get_user_client_config', { userID }, call).then((d) => d.configs ?? {}),

  /** Admin only; of everybody, where `userID` is empty. `key` is exact. */
  page: (filter: { userID?: string; key?: string }, page: Page, call: Call): Promise<Rows<WireClientConfig>> =>
    read<{ configs: WireClientConfig[] | null; total: number }>(
      '/user/page_user_client_config',
      { ...filter, pagination: pagination(page) },
      call,
    ).then((d) => paged(d.configs, d.total)),

  /** Admin only; other keys stay as they are. NOT_FOUND for a user who does not exist. */
  set: (userID: string, configs: Configs, call: Call): Promise<void> =>
    write('/user/set_user_client_config', { userID, configs }, call).then(nothing),

  /** Admin only; a key that is not there is well. */
  delete: (userID: string, keys: readonly string[], call: Call): Promise<void> =>
    write('/user/del_user_client_config', { userID, keys }, call).then(nothing),
});

export type ClientConfigs = ReturnType<typeof createClientConfigs>;
