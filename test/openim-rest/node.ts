/** A node of ours in a process of its own: `node.ts <apiURL> <redisURL> <userID> <calls>`. Prints the tokens' count. */
import { createRedisStore } from '../../subgraphs/kit/redis-store.ts';
import { asUser } from '../../subgraphs/openim/rest/call.ts';
import { createOpenIM } from '../../subgraphs/openim/rest/openim.ts';
import { log, span } from './double.ts';

const [apiURL = '', redisURL = '', userID = '', calls = '0'] = process.argv.slice(2);
const store = await createRedisStore(redisURL, log);
const openim = createOpenIM({
  ...{ apiURL, store, log, policy: 1, production: true },
  ...{ adminUserID: 'imAdmin', secret: 'openIM123' },
});
// Both processes begin at the same moment.
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
const call = asUser({ id: userID, platform: 5 }, span());
const rows = await Promise.all(Array.from({ length: Number(calls) }, () => openim.users.byIDs([userID], call)));
process.stdout.write(`${rows.filter((row) => row[0]?.userID === userID).length} answered\n`);
await openim.stop();
await store.close();
process.exit();
