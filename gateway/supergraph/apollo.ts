import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayGraphQLResponse } from '@apollo/server-gateway-interface';
import { parse } from 'graphql';
import type { Source } from '../executor/source.ts';
import type { GatewayContext } from '../scope.ts';

/** A subgraph as Apollo's own executor asks it. */
export const dataSourceOf = (source: Source): GraphQLDataSource => ({
  async process(options: GraphQLDataSourceProcessOptions): Promise<GatewayGraphQLResponse> {
    const { query = '', variables = {}, operationName } = options.request;
    const document = ('document' in options && options.document) || parse(query);
    const context = options.context as GatewayContext;
    const { data, errors } = await source.ask({ document, query, operationName, variables, context });
    // It adds to what it gets, and asks for some entities twice.
    return { data: structuredClone(data), ...(errors ? { errors: [...errors] } : {}) };
  },
});
