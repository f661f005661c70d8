import type { Rule } from '../tree.ts';

/** Commands read the environment, whole and once; the planner's vendor is silenced through it, before it is made. */
const ENVIRONMENT_ALLOWED = /^(test|check)\/|^gateway\/(main|subgraph|admin)\.ts$/;
const TELEMETRY = /process\.env\.APOLLO_TELEMETRY_DISABLED = 'true'/;

export const environment: Rule = ({ sources }) =>
  sources
    .filter(({ path }) => !ENVIRONMENT_ALLOWED.test(path))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, at) =>
          line.includes('process.env') && !TELEMETRY.test(line)
            ? [`${path}:${at + 1}: the environment is read by gateway/config.ts, once; take a setting.`]
            : [],
        ),
    );

/** What browsers run has no Node around it, and of packages only what can be served to them as it is. */
const BROWSERS = /^(client|explorer\/panel)\//;
const PACKAGES = new Set(['graphql', '@noble/hashes/legacy.js']);

export const browserCode: Rule = ({ sources }) =>
  sources
    .filter(({ path }) => BROWSERS.test(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter((each) => !each.startsWith('.') && !PACKAGES.has(each))
        .map((each) => `${path}: imports ${each}, and runs in browsers.`),
    );
