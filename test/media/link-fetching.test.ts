import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkAddress } from '../../subgraphs/media/links/address.ts';
import { createPreviews } from '../../subgraphs/media/links/previews.ts';
import { HTML, openNodes, openSites, page, until } from './link-kit.ts';

test('nodes that are asked for the same links at once fetch each once, and a host is asked for one at a time', async () => {
  let [open, most] = [0, 0];
  await using sites = await openSites(({ url }, response) => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    setImmediate(() => response.writeHead(200, HTML).end(page(`Page ${url}`)));
  });
  await using world = await openNodes(3);
  const urls = Array.from({ length: 25 }, (_, count) => sites.at(`/${count}`));
  await Promise.all(world.nodes.map((node) => node.look(...urls)));
  const shown = await Promise.all(world.nodes.map((node) => node.settled(...urls)));
  for (const each of shown) assert.ok(each.every((preview) => preview?.title?.startsWith('Page /')));
  assert.equal(sites.asked.length, 25);
  assert.equal(most, 1);
});

test('of an address no more is kept than its hash, once it was fetched', async () => {
  await using sites = await openSites((_, response) => void response.writeHead(200, HTML).end(page('Private party')));
  await using world = await openNodes();
  await world.node.settled(sites.at('/where-we-meet#room-4'));
  const { rows } = await world.db.raw('select to_jsonb(p) as row from media.link_previews p');
  const kept = JSON.stringify(rows);
  assert.ok(kept.includes('Private party'));
  assert.ok(!kept.includes('where-we-meet') && !kept.includes('room-4'), kept);
});

test('a link that carries a password, or something that was meant for one person or one time, is not fetched', async () => {
  await using sites = await openSites((_, response) => void response.writeHead(200, HTML).end(page('Done!')));
  await using world = await openNodes();
  const personal = [
    ...[
      '/reset?token=a',
      '/x?reset_password_token=a',
      '/x?confirmationToken=a',
      '/x?X-Amz-Signature=a',
      '/x?sig=a&se=1',
    ],
    ...[
      '/x?code=a',
      '/unsubscribe/42',
      '/mail/opt-out',
      '/logout',
      '/api/delete',
      '/verify-email/abc',
      '/x?PWD=1',
      '/x?t[auth]=1',
    ],
    ...['/s/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl', '/x?k=1', '/x?apiKey=1', '/x?session_id=1'],
  ].map(sites.at);
  personal.push(
    sites.at('/').replace('//', '//ann:secret@'),
    'ftp://127.0.0.1/',
    `${sites.at('/')}${'x'.repeat(2_100)}`,
  );
  const plain = sites.at('/article?id=7&page=2&country_code=de');
  const shown = await world.node.settled(plain, ...personal);
  assert.deepEqual(
    shown.map((preview) => preview?.title ?? null),
    ['Done!', ...personal.map(() => null)],
  );
  assert.deepEqual(sites.asked, ['/article?id=7&page=2&country_code=de']);
});

test('a preview is kept as long as its page allows, within bounds, and shown while it is fetched anew', async () => {
  let [count, up] = [0, true];
  await using sites = await openSites(({ url }, response) => {
    count += 1;
    if (!up) return void response.writeHead(503).end();
    response
      .writeHead(200, { ...HTML, 'cache-control': String(url).slice(1).replace('~', '=') })
      .end(page(`No ${count}`));
  });
  await using world = await openNodes();
  const hours = async (path: string): Promise<number> => {
    await world.node.settled(sites.at(path));
    const { rows } = await world.db.raw(
      'select extract(epoch from expires_at - fetched_at) / 3600 as hours from media.link_previews order by fetched_at desc limit 1',
    );
    return Number(rows[0].hours);
  };
  assert.deepEqual(
    [await hours('/max-age~7200'), await hours('/no-store'), await hours('/max-age~99999999'), await hours('/')],
    [2, 1, 14 * 24, 3 * 24],
  );
  const url = sites.at('/max-age~7200');
  const expire = () => world.db.table('media.link_previews').update({ expires_at: new Date(0) });
  await expire();
  const [stale] = await world.node.look(url);
  assert.equal(stale?.title, 'No 1');
  assert.deepEqual((await world.node.settled(url))[0]?.title, 'No 5');
  // Its site is down: what was known stands, and is asked for again only after a while.
  up = false;
  await expire();
  assert.equal((await world.node.settled(url))[0]?.title, 'No 5');
  assert.equal((await world.node.settled(url))[0]?.title, 'No 5');
  assert.equal(count, 6);
});

test('a site that does not answer is left alone for a while, and its other links wait; a site that is well is not kept back', async () => {
  await using down = await openSites((request) => void request.socket.destroy());
  await using well = await openSites((_, response) => void response.writeHead(200, HTML).end(page('Well')));
  await using world = await openNodes();
  // Two names of one machine.
  const other = (path: string): string => well.at(path).replace('127.0.0.1', 'localhost');
  await world.node.look(...[1, 2, 3, 4, 5, 6].map((each) => down.at(`/${each}`)), other('/'));
  await until(async () => {
    const [host] = await world.db.table('media.link_hosts').where({ host: '127.0.0.1' }).select('resting_until');
    const [shown] = await world.node.look(other('/'));
    return shown?.title === 'Well' && host?.resting_until > new Date();
  });
  assert.equal(down.asked.length, 3);
  const waiting = await world.db.table('media.link_previews').whereNotNull('due_at').select('url');
  assert.equal(waiting.length, 3);
});

test('a site that says when it wants to be asked again is left alone until then, by every node', async () => {
  const later = { 'retry-after': '3600' };
  await using sites = await openSites((_, response) => void response.writeHead(429, later).end());
  await using world = await openNodes(2);
  await world.node.look(sites.at('/1'), sites.at('/2'));
  const restedFor = async (): Promise<number> => {
    const { rows } = await world.db.raw(
      'select extract(epoch from resting_until - now()) as seconds from media.link_hosts where leased_until is null',
    );
    return Number(rows[0]?.seconds ?? 0);
  };
  await until(async () => (await restedFor()) > 3_000);
  await Promise.all(world.nodes.map((node) => node.sighted([sites.at('/3')])));
  assert.equal(sites.asked.length, 1);
});

test('a link that leads on to a blocked domain shows nothing, whichever was blocked, and nothing is asked there', async () => {
  await using hidden = await openSites((_, response) => void response.writeHead(200, HTML).end(page('Prize')));
  await using short = await openSites((_, response) => {
    response.writeHead(302, { location: hidden.at('/').replace('127.0.0.1', 'localhost') }).end();
  });
  await using world = await openNodes();
  const block = { domain: 'localhost', reason: 'phishing', created_by: 'a' };
  await world.db.table('media.blocked_link_domains').insert(block);
  assert.deepEqual(await world.node.settled(short.at('/a')), [null]);
  assert.deepEqual(await world.node.look(hidden.at('/').replace('127.0.0.1', 'localhost')), [null]);
  assert.deepEqual(hidden.asked, []);
  await world.db.table('media.blocked_link_domains').delete();
  assert.equal((await world.node.settled(short.at('/b')))[0]?.title, 'Prize');
  await world.db.table('media.blocked_link_domains').insert(block);
  assert.deepEqual(await world.node.look(short.at('/b')), [null]);
});

test('where links may lead to the public internet only, this machine is not asked, however it is written', async () => {
  await using sites = await openSites((_, response) => void response.writeHead(200, HTML).end(page('Inside')));
  await using world = await openNodes(1, 'on');
  const names = ['127.0.0.1', 'localhost', '[::1]', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]', '0.0.0.0'];
  const urls = names.map((name) => sites.at('/').replace('127.0.0.1', name));
  assert.deepEqual(new Set(await world.node.settled(...urls)), new Set([null]));
  const problems = await world.db.table('media.link_previews').distinct('problem').select();
  assert.deepEqual(problems, [{ problem: 'ADDRESS_REFUSED' }]);
  assert.deepEqual(sites.asked, []);
});

test('while the database does not answer there are no previews, and nobody waits for them', async () => {
  await using sites = await openSites((_, response) => void response.writeHead(200, HTML).end(page('Here')));
  await using world = await openNodes();
  await world.node.settled(sites.at('/'));
  await world.db.transaction(async (held) => {
    await held.raw('lock table media.link_previews in access exclusive mode');
    assert.deepEqual(await world.node.look(sites.at('/')), [null]);
  });
  assert.equal((await world.node.look(sites.at('/')))[0]?.title, 'Here');
});

test('what a node has left undone, another does when its lease is over', async () => {
  await using sites = await openSites((_, response) => void response.writeHead(200, HTML).end(page('Done')));
  await using world = await openNodes();
  const { id, url, host } = linkAddress(sites.at('/')) ?? assert.fail();
  // As it stands when a node was killed while it fetched.
  const past = new Date(Date.now() - 1_000);
  await world.db
    .table('media.link_previews')
    .insert({ id, url, host, domains: [host], failures: 1, due_at: past, seen_at: past });
  await world.db.table('media.link_hosts').insert({ host, leased_until: past });
  assert.equal((await world.node.settled(sites.at('/'), sites.at('/other')))[0]?.title, 'Done');
});

test('what nobody has looked at for a month is forgotten', async () => {
  await using sites = await openSites((_, response) => void response.writeHead(200, HTML).end(page('Old')));
  await using world = await openNodes();
  await world.node.settled(sites.at('/old'), sites.at('/new'));
  const old = world.db.table('media.link_previews').orderBy('id').limit(1).select('id');
  await world.db
    .table('media.link_previews')
    .whereIn('id', old)
    .update({ seen_at: new Date(Date.now() - 31 * 86_400_000) });
  await createPreviews(world.db).sweep();
  assert.equal((await world.db.table('media.link_previews').select('id')).length, 1);
  assert.deepEqual(await world.db.table('media.link_hosts').select('host'), []);
});
