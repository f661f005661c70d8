import { openFetcher } from './fetcher.ts';
import { drawGraphiQL, followIdentities } from './graphiql.ts';
import { openIdentities } from './identities.ts';
import { drawIdentities } from './identity-sheet.ts';
import { drawOperations } from './operation-sheet.ts';
import { readSettings } from './page.ts';

const url = new URL('/graphql', location.href);
const settings = readSettings();
const identities = await openIdentities(url);

drawIdentities(identities, settings);
const ask = openFetcher(url, identities.current);
drawOperations(settings.operations, identities, ask);
await drawGraphiQL(ask, settings.operations.slice(1, 3));
followIdentities(identities);
