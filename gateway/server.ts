import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import { answering } from './answering.ts';
import { bounding, type CostParts } from './cost/plugin.ts';
import { keepRegistered } from './documents/automatic.ts';
import { formatError, isUnexpected } from './format.ts';
import { limitRule, MOST_TOKENS } from './limits.ts';
import type { Observer } from './observe.ts';
import { createParsedDocuments } from './parsed-documents.ts';
import { suggests, withoutSuggestion } from './policy/suggestion.ts';
import type { GatewayContext } from './scope.ts';
import type { Supergraph } from './supergraph/supergraph.ts';

export interface ServerParts {
  readonly gateway: Supergraph;
  /** Absent: nobody reckons. */
  readonly cost?: CostParts;
  /** False: only what is listed is known by its hash. */
  readonly automatic?: boolean;
  readonly observer: Observer;
  readonly log: Logger;
}

/** Everything that Apollo would send to, or load from, its vendor. */
const SILENT = [
  ApolloServerPluginUsageReportingDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginCacheControlDisabled(),
];

/** GraphQL over HTTP, parsing, validation and persisted queries, before the supergraph is asked. */
export function createServer({
  gateway,
  cost,
  automatic = true,
  observer,
  log,
}: ServerParts): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway,
    formatError,
    logger: log.child({ part: 'graphql' }),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    documentStore: createParsedDocuments(),
    persistedQueries: automatic && keepRegistered(),
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: [limitRule],
    plugins: [
      ...SILENT,
      ...(cost === undefined || cost.mode === 'off' ? [] : [bounding(cost, gateway, observer)]),
      ...[telling(), discreet(gateway), politeStatus(), counting(observer)],
      ...(gateway.answer === null ? [] : [answering(gateway.answer)]),
    ],
  });
}

/** What clients are not told stands in the log, under the id that they are told. Never a variable's value. */
const telling = (): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue, operationName }) => {
      for (const error of errors.filter(isUnexpected))
        contextValue.scope.log.error(
          { err: error.originalError ?? error, path: error.path, operationName },
          'unexpected error',
        );
    },
  }),
});

/** A misspelled name is corrected to what the viewer may use, and to nothing that introspection hides from them. */
const discreet = (supergraph: Supergraph): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue }) => {
      if (response.body.kind !== 'single') return;
      const { singleResult } = response.body;
      const { errors } = singleResult;
      if (!errors?.some(suggests)) return;
      const visible = supergraph.visibleTo(contextValue.scope.viewer);
      if (visible?.partial) singleResult.errors = errors.map((error) => withoutSuggestion(error, visible));
    },
  }),
});

/**
 * GraphQL over HTTP §6.4: who asks for plain `application/json` may be a client that takes any other status than 200
 * for a broken connection, and then shows no error of ours.
 */
const politeStatus = (): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, errors }) => {
      if (response.http.status !== 400 || !/application\/json/.test(request.http?.headers.get('accept') ?? '')) return;
      const refused = errors?.some(({ extensions }) => !String(extensions.code).startsWith('GRAPHQL_'));
      if (!refused && request.query !== undefined) response.http.status = 200;
    },
  }),
});

const counting = (observer: Observer): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => {
    const started = performance.now();
    return {
      willSendResponse: async ({ operation, errors, response }) => {
        const data = response.body.kind === 'single' ? response.body.singleResult.data : null;
        observer.operation({
          type: operation?.operation ?? 'none',
          outcome: errors === undefined ? 'ok' : data ? 'partial' : 'refused',
          seconds: (performance.now() - started) / 1000,
        });
      },
    };
  },
});
