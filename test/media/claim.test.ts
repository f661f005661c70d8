import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { asyncProperty, assert as holds, jsonValue } from 'fast-check';
import { type ExecutionResult, graphql } from 'graphql';
import { readSDL } from '../../subgraphs/kit/sdl.ts';
import { Media } from '../../subgraphs/media/resolvers/media.ts';

const SCHEMA = buildSubgraphSchema([{ typeDefs: readSDL('media'), resolvers: { Media } }]);

const NOTHING_KNOWN = { load: async () => null };

const ASKED = `query ($of: [_Any!]!) {
  _entities(representations: $of) { ... on Media { id url mimeType size width height duration } }
}`;

async function told(claim: unknown): Promise<Record<string, unknown>> {
  const variableValues = { of: [{ __typename: 'Media', id: 'm1', claim }] };
  const contextValue = { fileByID: NOTHING_KNOWN, sighted: NOTHING_KNOWN };
  const result: ExecutionResult = await graphql({ schema: SCHEMA, source: ASKED, variableValues, contextValue });
  assert.equal(result.errors, undefined);
  return { ...(result.data as { _entities: [Record<string, unknown>] })._entities[0] };
}

test('a file is what its sender said of it', async () => {
  const claim = {
    kind: 'picture',
    url: 'https://a.example/p.png',
    mimeType: 'image/png',
    size: 447,
    width: 8,
    height: 6,
  };
  assert.deepEqual(await told(claim), {
    id: 'm1',
    url: 'https://a.example/p.png',
    mimeType: 'image/png',
    size: 447,
    width: 8,
    height: 6,
    duration: null,
  });
});

test('numbers written as text are numbers, and a nothing is not known', async () => {
  const media = await told({ kind: 'sound', size: '12', duration: '3.5', width: 0, height: '' });
  assert.deepEqual([media.size, media.duration, media.width, media.height], [12, 3.5, null, null]);
});

test("an address that is no web address is not handed to anybody's browser", async () => {
  for (const url of ['javascript:alert(1)', '/object/x', 'ftp://a.example/x', '', 7, null, 'http://'])
    assert.equal((await told({ url })).url, null, String(url));
});

test("the 640×640 that OpenIM's SDK writes on every picture is not its size, unless the file's own address stands alone", async () => {
  const rendition = 'https://a.example/object/u/p.png?type=image&width=640&height=640';
  assert.equal((await told({ url: rendition, width: 640, height: 640 })).width, null);
  assert.equal((await told({ url: 'https://a.example/object/u/p.png', width: 640, height: 640 })).width, 640);
});

test('a file ending in place of a media type is read as one', async () => {
  assert.equal((await told({ kind: 'video', mimeType: 'mp4' })).mimeType, 'video/mp4');
  assert.equal((await told({ kind: 'picture', mimeType: 'JPG' })).mimeType, 'image/jpeg');
  assert.equal((await told({ kind: 'file', mimeType: 'what ever' })).mimeType, null);
});

test('whatever JSON a claim is, reading it is no error', async () => {
  const claims = asyncProperty(jsonValue(), async (claim) => {
    assert.equal((await told(claim)).id, 'm1');
  });
  await holds(claims, { numRuns: 200 });
});
