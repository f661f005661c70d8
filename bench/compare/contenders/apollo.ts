import { readFileSync } from 'node:fs';
import { ApolloGateway, type GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** `node apollo.ts <supergraph file>`: Apollo's gateway as its documentation has it; the session is passed on. */
const [file = ''] = process.argv.slice(2);

interface Context {
  readonly authorization?: string;
}

class Authorized extends RemoteGraphQLDataSource<Context> {
  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<Context>): void {
    if (context.authorization !== undefined) request.http?.headers.set('authorization', context.authorization);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(file, 'utf8'),
  buildService: ({ url }) => new Authorized({ url: url ?? '' }),
});
const { url } = await startStandaloneServer(new ApolloServer<Context>({ gateway }), {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req: { headers } }) =>
    headers.authorization === undefined ? {} : { authorization: headers.authorization },
});
process.stdout.write(`ready at ${url.replace(/\/$/, '')}\n`);
