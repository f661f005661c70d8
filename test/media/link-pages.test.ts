import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOfSite } from '../../subgraphs/media/links/page/oembed.ts';
import { HTML, openNodes, openSites, page, type Shown } from './link-kit.ts';

interface Served {
  readonly body: string | Buffer;
  readonly type?: string;
}

/** What is shown of each page, by its path. */
async function shownOf<Name extends string>(pages: Readonly<Record<Name, Served | string>>) {
  await using sites = await openSites(({ url = '' }, response) => {
    const served: Served | string | undefined = pages[url.slice(1) as Name];
    if (served === undefined) return void response.writeHead(404).end();
    const { body, type = HTML['content-type'] } = typeof served === 'string' ? { body: served } : served;
    response.writeHead(200, { 'content-type': type }).end(body);
  });
  await using world = await openNodes();
  const names = Object.keys(pages).filter((name) => !name.startsWith('oembed')) as Name[];
  const shown = await world.node.settled(...names.map((name) => sites.at(`/${name}`)));
  const at = (path: string): string => sites.at(path);
  return {
    at,
    shown: Object.fromEntries(names.map((name, index) => [name, shown[index]])) as Record<Name, Shown | null>,
  };
}

const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;

test('Open Graph comes before Twitter’s cards, these before oEmbed, and that before what HTML has', async () => {
  const embed = '<link rel="alternate" type="application/json+oembed" href="/oembed.json?a=1&amp;b=2">';
  const twitter =
    meta('twitter:title', 'T') + meta('twitter:description', 'TD') + meta('twitter:image', 'https://i.example/t.png');
  const graph =
    meta('og:title', 'G &amp; &#x1F600;') +
    meta('og:description', 'GD') +
    meta('og:site_name', 'Site') +
    meta('og:image', '//i.example/g.png');
  const plain = '<meta name=description content="A  page\nof ours"><link rel="image_src" href="/x.png">';
  const { shown, at } = await shownOf({
    all: page('H', plain + embed + twitter + graph),
    twitter: page('H', plain + twitter),
    embed: page('H', embed),
    plain: page(' H &lt;1&gt;\n', plain),
    based: page('H', `<base href="https://cdn.example/a/">${meta('og:image', 'b.png')}`),
    picture: { type: 'image/png', body: 'bytes' },
    none: page('  '),
    script: { type: 'image/svg+xml', body: '<svg><title>Drawn</title></svg>' },
    'oembed.json?a=1&b=2': {
      type: 'application/json',
      body: JSON.stringify({
        type: 'video',
        title: 'E',
        provider_name: 'Tube',
        thumbnail_url: '/thumb.jpg',
        html: '<script>',
      }),
    },
  });
  const host = { siteName: '127.0.0.1' };
  assert.deepEqual(shown.all, {
    title: 'G & 😀',
    description: 'GD',
    siteName: 'Site',
    imageURL: 'http://i.example/g.png',
  });
  assert.deepEqual(shown.twitter, { title: 'T', description: 'TD', ...host, imageURL: 'https://i.example/t.png' });
  assert.deepEqual(shown.embed, { title: 'E', description: null, siteName: 'Tube', imageURL: at('/thumb.jpg') });
  assert.deepEqual(shown.plain, { title: 'H <1>', description: 'A page of ours', ...host, imageURL: at('/x.png') });
  assert.equal(shown.based?.imageURL, 'https://cdn.example/a/b.png');
  assert.deepEqual(shown.picture, { title: null, description: null, ...host, imageURL: at('/picture') });
  assert.deepEqual([shown.none, shown.script], [null, null]);
});

test('what tells of a page as JSON is asked on the page’s own site only, once, and believed no further than the page', async () => {
  const link = (href: string): string =>
    page('H', `<link rel=alternate type="application/json+oembed" href="${href}">`);
  await using other = await openSites((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"title":"Elsewhere"}');
  });
  const bad = { type: 'application/json', body: '{"title":' };
  const long = { type: 'application/json', body: JSON.stringify({ title: 'x', more: 'y'.repeat(70_000) }) };
  const { shown } = await shownOf({
    elsewhere: link(other.at('/').replace('127.0.0.1', 'localhost')),
    scheme: link('file:///etc/passwd'),
    broken: link('/oembed-broken'),
    long: link('/oembed-long'),
    page: link('/elsewhere'),
    lies: link('/oembed-lies'),
    'oembed-broken': bad,
    'oembed-long': long,
    'oembed-lies': {
      type: 'application/json',
      body: '{"title":{"a":1},"provider_name":7,"thumbnail_url":"javascript:alert(1)"}',
    },
  });
  for (const preview of Object.values(shown)) assert.deepEqual([preview?.title, preview?.imageURL], ['H', null]);
  assert.deepEqual(other.asked, []);
});

test('whose site an address is of', () => {
  const of = (oEmbed: string, site: string): boolean => isOfSite(new URL(oEmbed), new URL(site));
  for (const own of ['https://example.org/o', 'http://api.example.org/o', 'https://www.example.org./o'])
    assert.ok(of(own, 'https://www.example.org/page'), own);
  assert.ok(of('https://publish.twitter.com/oembed', 'https://x.com/a/status/1'));
  for (const other of [
    'https://example.org.evil.example/',
    'https://notexample.org/',
    'https://org/',
    'https://127.0.0.1/',
  ])
    assert.ok(!of(other, 'https://example.org/'), other);
  assert.ok(!of('http://publish.twitter.com/oembed', 'https://x.com/a'));
  assert.ok(!of('https://example.org/', 'https://blog.example.org/'));
});

test('a page is read as it is written: by its mark, its header, or its own word', async () => {
  const greeting = Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
  const wrap = (title: Buffer, head = ''): Buffer =>
    Buffer.concat([Buffer.from(`<head>${head}<title>`), title, Buffer.from('</title>')]);
  const { shown } = await shownOf({
    header: { type: 'text/html; charset="windows-1251"', body: wrap(greeting) },
    meta: { type: 'text/html', body: wrap(greeting, '<meta charset=windows-1251>') },
    equiv: {
      type: 'text/html',
      body: wrap(greeting, '<meta http-equiv=Content-Type content="text/html; charset=cp1251">'),
    },
    mark: { type: 'text/html; charset=windows-1251', body: Buffer.from('\uFEFF<title>Привет</title>', 'utf8') },
    wide: { type: 'text/html', body: Buffer.from('\uFEFF<title>Привет</title>', 'utf16le') },
    japanese: { type: 'text/html', body: wrap(Buffer.from([0x82, 0xb1, 0x82, 0xf1]), '<meta charset="Shift_JIS">') },
    unknown: { type: 'text/html; charset=klingon', body: wrap(Buffer.from('Привет')) },
    wrong: { type: 'text/html; charset=utf-8', body: wrap(greeting) },
  });
  for (const name of ['header', 'meta', 'equiv', 'mark', 'wide', 'unknown'] as const)
    assert.equal(shown[name]?.title, 'Привет', name);
  assert.equal(shown.japanese?.title, 'こん');
  assert.match(shown.wrong?.title ?? '', /^\uFFFD+$/);
});

test('nothing that is shown of a page hides, turns round or covers what stands beside it, or is longer than told', async () => {
  const { shown } = await shownOf({
    hidden: page('a\u0000b\u0007\u202Egpj.exe\u2066\u200B\uFEFF\u{E0041}\u00ADc'),
    lone: page('x&#xD800;y&#0;z'),
    marks: page(`e${'\u0301'.repeat(50)}`),
    long: page('🏳️‍🌈'.repeat(500), meta('og:description', 'd'.repeat(9_000)) + meta('og:site_name', 'n'.repeat(9_000))),
    blank: page('\u200B\u202E\u2800', meta('og:title', '\u200B')),
    images: page('t', meta('og:image', 'data:image/png;base64,AAAA') + meta('twitter:image', 'javascript:alert(1)')),
    password: page('t', meta('og:image', 'https://a:b@i.example/x.png')),
  });
  assert.equal(shown.hidden?.title, 'abgpj.exe c');
  assert.equal(shown.lone?.title, 'x\uFFFDy\uFFFDz');
  assert.equal(shown.marks?.title, `e${'\u0301'.repeat(4)}`);
  const letters = [...new Intl.Segmenter().segment(shown.long?.title ?? '')];
  assert.equal(letters.length, 201);
  assert.ok((shown.long?.description ?? '').length <= 501 && (shown.long?.siteName ?? '').length <= 101);
  assert.equal(shown.blank, null);
  assert.deepEqual([shown.images?.imageURL, shown.password?.imageURL], [null, null]);
});

test('pages that were made to be slow to read are read in one pass, whatever they repeat', async () => {
  const MIB = 1_048_576;
  const filled = (piece: string, begin = ''): string => begin + piece.repeat(MIB / piece.length);
  const { shown } = await shownOf({
    deep: filled('<b>', '<title>Deep</title>'),
    closing: `<title>Closing</title>${'<b>'.repeat(500)}${filled('</x>')}`,
    names: filled('a ', '<title>Names</title><meta '),
    entities: filled('&amp;', '<title>'),
    comments: filled('<!--', '<title>Comments</title>'),
    metas: filled('<meta name=a content=b>', '<title>Metas</title>'),
    value: filled('x', '<title>Value</title><meta property="og:title" content="'),
  });
  for (const [name, preview] of Object.entries(shown))
    if (name !== 'entities') assert.equal(preview?.title?.toLowerCase(), name);
});
