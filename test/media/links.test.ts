import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { log } from '../openim-rest/double.ts';
import { type AdminQuery, signInAdmin } from '../world/admin.ts';
import { emptyDatabase } from '../world/database.ts';
import { type Actor, openWorld, type Price, type World } from '../world/world.ts';
import { HTML, openSites, page, until } from './link-kit.ts';

const SEND = `mutation ($to: ID!, $text: String!) {
  sendMessage(input: { userID: $to, content: { text: { text: $text } } }) { conversationID }
}`;
const MARKDOWN = `mutation ($to: ID!, $text: String!) {
  sendMessage(input: { userID: $to, content: { markdown: { text: $text } } }) { id conversationID }
}`;
const QUOTE = `mutation ($to: ID!, $text: String!, $of: ID!) {
  sendMessage(input: { userID: $to, content: { quote: { text: $text, messageID: $of } } }) { conversationID }
}`;
const READ = `query ($id: ID!, $last: Int!) { conversation(id: $id) { messages(last: $last) { nodes { content {
  ... on TextualContent { links { url preview { title description siteName image { id url mimeType } } } }
} } } } }`;

interface Shown {
  readonly title: string;
  readonly image: { readonly id: string; readonly url: string | null } | null;
}
interface Page {
  conversation: {
    messages: { nodes: readonly { content: { links?: readonly { url: string; preview: Shown | null }[] } }[] };
  };
}

const write = async (from: Actor, to: Actor, text: string): Promise<string> => {
  const sent = await from.query<{ sendMessage: { conversationID: string } }, object>(SEND, { to: to.id, text });
  return sent.sendMessage.conversationID;
};

/** The links of the newest messages, with what is shown of them. */
async function read(who: Actor, id: string, last: number): Promise<ReadonlyMap<string, Shown | null>> {
  const { conversation } = await who.query<Page, object>(READ, { id, last });
  const links = conversation.messages.nodes.flatMap(({ content }) => content.links ?? []);
  return new Map(links.map(({ url, preview }) => [url, preview]));
}

/** What nodes do by themselves, now and then, falls into one of three at most. */
async function cheapest<Result>(world: World, work: () => Promise<Result>): Promise<Price<Result>> {
  const prices = [await world.price(work), await world.price(work), await world.price(work)] as const;
  return prices.reduce((one, other) => (other.statements < one.statements ? other : one));
}

test('fifty links of a page cost one statement and no call of OpenIM; nobody waits for a site, and the next look shows them', async () => {
  const release = Promise.withResolvers<void>();
  await using sites = await openSites(async ({ url = '' }, response) => {
    await release.promise;
    const image = '<meta property="og:image" content="/tree.png">';
    response.writeHead(200, HTML).end(page(`Page ${url.slice(1)}`, image));
  });
  await using world = await openWorld({ LINK_PREVIEWS: 'private' });
  const [ann, bo] = [await world.signIn('ann@example.com'), await world.signIn('bo@example.com')];
  let id = '';
  for (let count = 0; count < 25; count += 1) id = await write(ann, bo, 'no link at all');
  await read(bo, id, 25);
  const plain = await cheapest(world, () => read(bo, id, 25));
  // Texts, texts in Markdown and answers are types of their own, which the plan fetches one by one.
  for (let count = 0; count < 23; count += 1)
    id = await write(ann, bo, `see ${sites.at(`/${count}`)} and ${sites.at(`/${count}?again`)}.`);
  const [marked, answer] = [`*${sites.at('/m')} ${sites.at('/m?again')}`, `${sites.at('/q')} ${sites.at('/q?again')}`];
  const sent = await ann.query<{ sendMessage: { id: string } }, object>(MARKDOWN, { to: bo.id, text: marked });
  await ann.query(QUOTE, { to: bo.id, text: answer, of: sent.sendMessage.id });
  const cold = await cheapest(world, () => read(bo, id, 25));
  assert.equal(cold.result.size, 50);
  assert.deepEqual(new Set(cold.result.values()), new Set([null]));
  release.resolve();
  await until(async () => [...(await read(bo, id, 25)).values()].every((preview) => preview !== null));
  const warm = await cheapest(world, () => read(bo, id, 25));
  assert.equal(warm.result.get(sites.at('/7'))?.title, 'Page 7');
  assert.equal(warm.result.get(sites.at('/7'))?.image?.url, null, 'who reads tells the site nothing');
  assert.equal(cold.statements - plain.statements, 1);
  assert.equal(warm.statements - plain.statements, 2, 'one for the links, one for their pictures');
  for (const { calls } of [cold, warm]) assert.equal(calls(), plain.calls());
  assert.deepEqual(sites.asked.toSorted(), [...new Set(sites.asked)].toSorted(), 'each of them once');
});

const BLOCK = `mutation ($domain: String!) { blockLinkDomain(domain: $domain, reason: "phishing") {
  domain reason createdAt createdBy { name }
} }`;
const UNBLOCK = `mutation ($domain: String!) { unblockLinkDomain(domain: $domain, reason: "it is clean now") { domain } }`;
const LIST = `query ($first: Int, $after: String) { blockedLinkDomains(first: $first, after: $after) {
  nodes { domain } totalCount pageInfo { hasNextPage endCursor }
} }`;
const RECORD = `{ auditLog(first: 10) { nodes { action target detail } } }`;

interface Blocked {
  readonly blockedLinkDomains: {
    readonly nodes: readonly { domain: string }[];
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

async function listOf(admin: AdminQuery, after: string | null = null): Promise<readonly string[]> {
  const { data } = await admin<Blocked>(LIST, { first: 2, after });
  const { nodes, totalCount, pageInfo } = data?.blockedLinkDomains ?? assert.fail();
  assert.equal(totalCount, 4);
  const names = nodes.map(({ domain }) => domain);
  return pageInfo.hasNextPage ? [...names, ...(await listOf(admin, pageInfo.endCursor))] : names;
}

test('a domain that an admin blocks shows nothing at once, known pages too; it is on record, and can be undone', async () => {
  await using sites = await openSites((_, response) => void response.writeHead(200, HTML).end(page('Win a prize')));
  await using world = await openWorld({ LINK_PREVIEWS: 'private' });
  const [ann, bo] = [await world.signIn('ann@example.com'), await world.signIn('bo@example.com')];
  const url = sites.at('/prize');
  const id = await write(ann, bo, url);
  const shown = async () => (await read(bo, id, 5)).get(url)?.title;
  await until(async () => (await shown()) === 'Win a prize');
  const admin = await signInAdmin(world);
  const { data } = await admin<{ blockLinkDomain: object }>(BLOCK, { domain: '127.0.0.1' });
  assert.partialDeepStrictEqual(data?.blockLinkDomain, { domain: '127.0.0.1', reason: 'phishing' });
  assert.equal(await shown(), undefined);
  for (const domain of ['Bücher.example', 'phish.example.', 'zip', ' PHISH.example ']) await admin(BLOCK, { domain });
  assert.deepEqual(await listOf(admin), ['127.0.0.1', 'phish.example', 'xn--bcher-kva.example', 'zip']);
  for (const domain of ['', 'https://a.example', 'a.example/x', '*.a.example', 'a@b', 'a..b', 'x'.repeat(300)])
    assert.equal((await admin(BLOCK, { domain })).errors[0]?.extensions?.field, 'domain', domain);
  await admin(UNBLOCK, { domain: '127.0.0.1' });
  assert.equal(await shown(), 'Win a prize');
  const again = await admin(UNBLOCK, { domain: '127.0.0.1' });
  assert.equal(again.errors[0]?.extensions?.reason, 'NOT_FOUND');
  interface Entry {
    readonly action: string;
    readonly target: string;
    readonly detail: { readonly reason: string };
  }
  const { data: log } = await admin<{ auditLog: { nodes: Entry[] } }>(RECORD);
  assert.deepEqual(
    log?.auditLog.nodes
      .filter(({ target }) => target === 'link-domain:127.0.0.1')
      .map(({ action, detail: { reason } }) => [action, reason]),
    [
      ['link-domain.unblock', 'it is clean now'],
      ['link-domain.block', 'phishing'],
    ],
  );
  assert.equal(sites.asked.length, 1);
});

test('switched off, no page is fetched and nothing is asked of the database', async () => {
  await using sites = await openSites((_, response) => void response.end());
  await using world = await openWorld({ LINK_PREVIEWS: 'off' });
  const [ann, bo] = [await world.signIn('ann@example.com'), await world.signIn('bo@example.com')];
  let id = await write(ann, bo, 'no link');
  await read(bo, id, 1);
  const plain = await world.price(() => read(bo, id, 1));
  id = await write(ann, bo, sites.at('/'));
  const priced = await world.price(() => read(bo, id, 1));
  assert.deepEqual([...priced.result.values()], [null]);
  assert.equal(priced.statements, plain.statements);
  assert.deepEqual(sites.asked, []);
});

test('the picture of a page is loaded from us, once it was read, and never from its site', async () => {
  const tree = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'green' } })
    .png()
    .toBuffer();
  await using sites = await openSites(({ url }, response) => {
    const picture = url === '/tree.png';
    response.writeHead(200, picture ? { 'content-type': 'image/png' } : HTML);
    response.end(picture ? tree : page('Trees', '<meta property="og:image" content="/tree.png">'));
  });
  await using database = await emptyDatabase();
  await using world = await openWorld({ LINK_PREVIEWS: 'private', DATABASE_URL: database.url });
  const [ann, bo] = [await world.signIn('ann@example.com'), await world.signIn('bo@example.com')];
  const id = await write(ann, bo, sites.at('/'));
  const image = async () => (await read(bo, id, 5)).get(sites.at('/'))?.image;
  await until(async () => (await image()) != null);
  await readAlready(database.url, { id: (await image())?.id, url: sites.at('/tree.png'), width: 60, height: 40 });
  const shown = await image();
  assert.ok(shown?.url?.startsWith(`${world.url}/`), String(shown?.url));
  const { media } = await bo.query<{ media: { url: string } }, object>('query ($id: ID!) { media(id: $id) { url } }', {
    id: shown?.id,
  });
  assert.equal(media.url, shown?.url, 'by whichever way');
  const answer = await fetch(String(shown?.url), { headers: { accept: 'image/webp' } });
  const { width, height } = await sharp(await answer.arrayBuffer()).metadata();
  assert.deepEqual([answer.headers.get('content-type'), width, height], ['image/webp', 60, 40]);
});

/** As if the picture had been met and read before. */
async function readAlready(databaseURL: string, row: object): Promise<void> {
  const db = openDatabase(databaseURL, log);
  const read = { ...row, kind: 'picture', mime_type: 'image/png', state: 'READY', version: 1 };
  await db.table('media.files').insert(read).onConflict('id').merge();
  await db.destroy();
}

test('a link is known of from when it is written: what OpenIM tells has its page fetched before anybody reads it', async () => {
  await using sites = await openSites((_, response) => void response.writeHead(200, HTML).end(page('Fresh')));
  await using world = await openWorld({ LINK_PREVIEWS: 'private', SANDBOX_CALLBACKS: 'on' });
  const [ann, bo] = [await world.signIn('ann@example.com'), await world.signIn('bo@example.com')];
  const text = Array.from({ length: 7 }, (_, count) => sites.at(`/${count}`)).join(' ');
  await write(ann, bo, text);
  await until(async () => sites.asked.length === 5);
});
