import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { readCallers } from '../subset/callers.ts';
import { openChat } from '../subset/chat.ts';
import { openOpenIM } from '../subset/openim.ts';
import { type Context, contextOf, MEDIA, OPENIM } from '../subset/resolvers.ts';
import { type Name, sdlOf } from '../subset/sdl.ts';

/** `node apollo-subgraph.ts <openim | media> <OpenIM> <world file> [1]`: as Apollo's documentation has it; 1: of Federation 1. */
const [name = '', origin = '', file = '', federation = ''] = process.argv.slice(2);
const openim = openOpenIM(origin);
const { callerOf, adminToken } = readCallers(file);
const resolvers = name === 'media' ? MEDIA : OPENIM;
const schema = buildSubgraphSchema([{ typeDefs: parse(sdlOf(name as Name, federation === '1' ? 1 : 2)), resolvers }]);

const server = new ApolloServer<Context>({ schema });
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => {
    const caller = callerOf(req.headers.authorization ?? '');
    return contextOf(caller, openChat(openim, caller ?? { userID: '', imToken: '' }, adminToken));
  },
});
process.stdout.write(`ready at ${url.replace(/\/$/, '')}\n`);
