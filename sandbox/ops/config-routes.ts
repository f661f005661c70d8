import { bool, message, string } from '../binding/shape.ts';
import type { Route } from '../http/route.ts';
import { mustBeAdmin, route } from '../http/route.ts';
import { Refusal, ServerPanic } from '../refusal.ts';
import { CONFIG_NAMES, type ConfigFacts, configOf } from './configs.ts';

const Nothing = message('apistruct.Nothing', {});
const GetConfig = message('apistruct.GetConfigReq', { configName: string });
const SetConfig = message('apistruct.SetConfigReq', { configName: string, data: string });
const Enable = message('apistruct.SetEnableConfigManagerReq', { enable: bool });

const admin = { admit: mustBeAdmin, reading: 'bind' } as const;

const reads = (facts: ConfigFacts): Route[] => [
  route({
    path: '/config/get_config_list',
    ...admin,
    body: Nothing,
    reading: 'nothing',
    answer: () => ({ environment: 'source', version: 'main', configNames: CONFIG_NAMES }),
  }),
  route({
    path: '/config/get_config',
    ...admin,
    body: GetConfig,
    answer: ({ configName }) => {
      const config = configOf(configName, facts);
      if (config === undefined) throw new Refusal('ArgsError', 'config name not found');
      return JSON.stringify(config);
    },
  }),
  route({
    path: '/config/get_enable_config_manager',
    ...admin,
    body: Nothing,
    reading: 'nothing',
    answer: () => {
      throw new ServerPanic('there is no etcd to ask');
    },
  }),
];

/** Without etcd nothing can be changed; what a real server would die of afterwards is left out. */
const writes = (): Route[] => [
  route({
    path: '/config/set_config',
    ...admin,
    body: SetConfig,
    reading: 'nothing',
    answer: () => {
      throw new Refusal('ServerInternalError', 'only etcd support set config');
    },
  }),
  route({
    path: '/config/set_enable_config_manager',
    ...admin,
    body: Enable,
    reading: 'nothing',
    answer: () => {
      throw new Refusal('ServerInternalError', 'only etcd support config manager');
    },
  }),
  route({ path: '/config/reset_config', ...admin, body: Nothing, reading: 'nothing', answer: () => undefined }),
  route({ path: '/restart', ...admin, body: Nothing, reading: 'nothing', answer: () => undefined }),
];

export const configRoutes = (facts: ConfigFacts): Route[] => [...reads(facts), ...writes()];
