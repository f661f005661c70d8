import type { RequestScope } from '../../subgraphs/kit/request.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import { subgraph } from './world.ts';

/** What a small chat was asked; each resolver that runs leaves its name. */
export interface Chat {
  readonly ran: string[];
  readonly subgraphs: readonly Subgraph[];
}

const PEOPLE = `
  directive @oneOf on INPUT_OBJECT
  scalar URL
  type User @key(fields: "id") { id: ID! nickname: String! notes(about: String): [Note!] faceURL: URL }
  interface Note { text: String! }
  type PlainNote implements Note { text: String! }
  type SecretNote implements Note @requiresScopes(scopes: [["notes:read"]]) { text: String! author: User }
  union Found = User | SecretNote
  input Address @oneOf { phone: String email: String }
  input Profile { nickname: String! faceURL: URL address: Address tags: [Tag!] }
  enum Tag { RED BLUE }
  type Query {
    hello(to: String = "you"): String
    me: User @authenticated
    people: [User!] @authenticated
    found: [Found!]
    audit: String @requiresScopes(scopes: [["audit:read", "users:read"], ["root"]])
    strict: String! @authenticated
  }
  type Mutation { signIn(name: String!): User rename(profile: Profile!): User @authenticated greet(profile: Profile!): String }
`;

const SAFETY = `
  scalar DateTime
  type User @key(fields: "id") { id: ID! ban: Ban @requiresScopes(scopes: [["users:read"]]) bans: [Ban!] seen: String }
  type Ban @requiresScopes(scopes: [["users:read"]]) { reason: String! until: DateTime }
  type Query { newest: User }
`;

const NAMES = ['alice', 'bob', 'alice'];

export function openChat(more: { people?: object; safety?: object } = {}): Chat {
  const ran: string[] = [];
  const note = <T>(name: string, value: T): T => {
    ran.push(name);
    return value;
  };
  const person = (id: string) => ({ __typename: 'User', id, nickname: id.toUpperCase() });
  const people = subgraph('openim', PEOPLE, {
    Query: {
      hello: (_: unknown, { to }: { to: string }) => note('hello', `hello ${to}`),
      me: (_: unknown, __: unknown, { viewer }: RequestScope) =>
        note('me', viewer.kind === 'user' ? person(viewer.id) : null),
      people: () => note('people', NAMES.map(person)),
      found: () => note('found', [person('bob'), { __typename: 'SecretNote', text: 'psst' }]),
      audit: () => note('audit', 'all'),
      strict: () => note('strict', 'yes'),
      ...more.people,
    },
    Mutation: {
      signIn: (_: unknown, { name }: { name: string }, scope: RequestScope) => {
        scope.become({ kind: 'user', id: name, session: 's', device: 'd', platform: 5 });
        return note('signIn', person(name));
      },
      rename: () => note('rename', person('alice')),
      greet: () => note('greet', 'hi'),
    },
    User: {
      __resolveReference: ({ id }: { id: string }) => person(id),
      notes: () => [
        { __typename: 'PlainNote', text: 'plain' },
        { __typename: 'SecretNote', text: 'psst' },
      ],
      faceURL: () => 'https://example.com/face.png',
    },
  });
  const safety = subgraph('identity', SAFETY, {
    Query: { newest: () => ({ id: 'carol' }) },
    User: {
      __resolveReference: ({ id }: { id: string }) => note(`safety:${id}`, { id }),
      ban: () => note('ban', { reason: 'spam', until: new Date(0) }),
      bans: () => note('bans', []),
      seen: (_: unknown, __: unknown, { viewer }: RequestScope) => (viewer.kind === 'user' ? viewer.id : viewer.kind),
      ...more.safety,
    },
  });
  return { ran, subgraphs: [people, safety] };
}
