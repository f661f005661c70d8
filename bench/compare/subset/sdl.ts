import { readFileSync } from 'node:fs';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible"])\n`;
const read = (name: string): string => readFileSync(new URL(`${name}.graphql`, import.meta.url), 'utf8');

export type Name = 'openim' | 'media';

/** As Federation 2 has it: the file's key is named by who tells of a file, and read by media alone. */
const MEDIA = 'type Media @key(fields: "id claim", resolvable: false) { id: ID! claim: Claim! @inaccessible }\n';
export const sdlOf = (name: Name): string =>
  name === 'openim'
    ? LINK + read(name) + MEDIA
    : LINK + read(name).replace('claim: Claim!', 'claim: Claim! @inaccessible');
