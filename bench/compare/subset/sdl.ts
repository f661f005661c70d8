import { readFileSync } from 'node:fs';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible"])\n`;
const read = (name: string): string => readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8');

export type Name = 'openim' | 'media';
/** Of Apollo Federation, the version that a gateway understands. */
export type Federation = 1 | 2;

/** As Federation 2 has it: the file's key is named by who tells of a file, and read by media alone. */
const MEDIA = 'type Media @key(fields: "id claim", resolvable: false) { id: ID! claim: Claim! @inaccessible }\n';
/** As Federation 1 has it, which hides nothing. */
const MEDIA_1 = 'extend type Media @key(fields: "id claim") { id: ID! @external claim: Claim! @external }\n';

export function sdlOf(name: Name, federation: Federation = 2): string {
  const sdl = read(name);
  if (federation === 1) return name === 'openim' ? sdl + MEDIA_1 : sdl;
  return LINK + (name === 'openim' ? sdl + MEDIA : sdl.replace('claim: Claim!', 'claim: Claim! @inaccessible'));
}
