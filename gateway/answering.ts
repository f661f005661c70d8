import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { Execute } from './executor/question.ts';
import type { GatewayContext } from './scope.ts';

/** Adds nothing to Apollo's own. */
const HEAD = { headers: new HeaderMap() };

/**
 * Answers an operation before Apollo would make the context that it hands to a gateway: that has accessors of its own,
 * and what they lead to (the request, and all of its answer) stays in memory until V8 collects everything. Only an answer
 * with errors goes on to Apollo, which forms them.
 */
export const answering = (execute: Execute): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    async responseForOperation({ request, schema, document, operation, queryHash = '', contextValue }) {
      const answer = execute({ request, schema, document, operation, queryHash, context: contextValue });
      const { data, errors } = await answer.catch(() => ({ data: null, errors: [] }));
      if (errors === undefined) return { http: HEAD, body: { kind: 'single', singleResult: { data: data ?? null } } };
      contextValue.answer = answer;
      return null;
    },
  }),
});
