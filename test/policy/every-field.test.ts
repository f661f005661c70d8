import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getNamedType, isCompositeType } from 'graphql';
import { readSubscriptions, readSupergraph } from '../../gateway/supergraph/file.ts';
import { type Answer, openWorld, type World } from '../gateway/world.ts';
import { DISGUISES, type Disguise, type Selection } from './disguises.ts';
import { callOf, fieldsOf, type Route, routesOf } from './routes.ts';
import { openStandIns } from './stand-ins.ts';
import { ADMINS, api, ask, decided, may, VIEWERS, type ViewerName } from './viewers.ts';

/** Whether the field under `key` at the end of the route, or a step before it, was refused; the reason, or null. */
function refusal({ json }: Answer, route: Route, key: string): string | null {
  const path = [...route.steps.map((_, at) => `s${at}`), key].join('.');
  for (const error of json.errors ?? []) {
    const at = error.path?.filter((part: unknown) => typeof part === 'string').join('.') ?? '';
    assert.ok(['SIGNATURE_MISSING', 'SCOPE_MISSING'].includes(error.extensions.reason), JSON.stringify(error));
    if (path === at || path.startsWith(`${at}.`)) return error.extensions.reason;
  }
  return null;
}

const price = (coordinate: string): number => {
  const { who } = decided(coordinate);
  return 1 + (who === 'scopes' ? 1_000 : who === 'signed-in' ? 100 : 0);
};

const routes = routesOf(api, price);

test('there is a way to every type that has fields', () => {
  const reached = new Set(routes.map(({ type }) => type));
  // What subscriptions add has another door: test/live.
  const streamed = new Set(readSubscriptions().definitions.map((node) => 'name' in node && node.name?.value));
  const there = Object.keys(api.getTypeMap()).filter(
    (name) => !name.startsWith('__') && !streamed.has(name) && fieldsOf(api, name).length > 0,
  );
  assert.deepEqual(
    there.filter((name) => !reached.has(name)),
    [],
  );
  assert.ok(routes.length > 60);
});

for (const [name, disguise] of Object.entries(DISGUISES))
  test(`each field, ${name}, is whose it was decided to be, and what is refused does not run`, async (t) => {
    const standIns = openStandIns();
    await using world = await openWorld({ ...standIns, supergraph: readSupergraph(), admins: ADMINS });
    for (const viewer of VIEWERS)
      await t.test(viewer, async () => {
        for (const route of routes) await tryFields({ world, standIns, viewer }, route, disguise);
      });
  });

interface Trial {
  readonly world: World;
  readonly standIns: ReturnType<typeof openStandIns>;
  readonly viewer: ViewerName;
}

/** A document may have so many tokens, and the doubled ones have each field twice. */
const AT_ONCE = 30;

async function tryFields(trial: Trial, route: Route, disguise: Disguise) {
  const all = fieldsOf(api, route.type);
  for (let from = 0; from < all.length; from += AT_ONCE)
    await trySome(trial, { route, fields: all.slice(from, from + AT_ONCE) }, disguise);
}

interface Some {
  readonly route: Route;
  readonly fields: ReturnType<typeof fieldsOf>;
}

async function trySome({ world, standIns, viewer }: Trial, { route, fields }: Some, disguise: Disguise) {
  const selection: Selection = new Map(
    fields.map((field, at) => {
      const leaf = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
      return [`f${at}`, `${callOf(field)}${leaf}`];
    }),
  );
  standIns.become([route.type, ...route.steps.map(({ to }) => to)]);
  standIns.ran.clear();
  const answer = await ask(world, viewer, disguise(route, selection));
  assert.equal(answer.status, 200, answer.text);
  const way = route.steps.every(({ coordinate }) => may(viewer, coordinate));
  for (const [at, field] of fields.entries()) {
    const coordinate = `${route.type}.${field.name}`;
    const allowed = way && may(viewer, coordinate);
    const reason = refusal(answer, route, `f${at}`);
    const expected = allowed ? null : viewer === 'nobody' ? 'SIGNATURE_MISSING' : 'SCOPE_MISSING';
    assert.equal(reason, expected, `${viewer} and ${coordinate}: ${answer.text.slice(0, 300)}`);
    if (!may(viewer, coordinate)) assert.ok(!standIns.ran.has(coordinate), `${coordinate} ran for ${viewer}`);
  }
}
