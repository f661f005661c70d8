import protobuf from 'protobufjs';
import { type Body, readBody } from './body.ts';
import { badArgument } from './envelope.ts';
import type { Row } from './table.ts';

/** How a body is read, and written again once it was looked at. */
export interface Writing {
  readonly contentType: string;
  read(bytes: Uint8Array): Body;
  write(body: Body): Uint8Array | string;
}

const JSON_WRITING: Writing = {
  contentType: 'application/json',
  read: readBody,
  write: (body) => JSON.stringify(body),
};

const messages = new WeakMap<object, Writing>();

/** JSON whatever the type says, as OpenIM takes it (uploads are sent as `text/plain`); protobuf where a route knows it. */
export function writingFor({ protobuf: fields }: Row, contentType: string): Writing {
  if (fields === undefined || !contentType.includes('protobuf')) return JSON_WRITING;
  const known = messages.get(fields) ?? createWriting(fields);
  messages.set(fields, known);
  return known;
}

/** Fields that the message does not have are left out of what is written. */
function createWriting(fields: NonNullable<Row['protobuf']>): Writing {
  const type = protobuf.Root.fromJSON({ nested: { Request: { fields } } }).lookupType('Request');
  return {
    contentType: 'application/x-protobuf',
    read(bytes) {
      try {
        return type.toObject(type.decode(bytes)) as Body;
      } catch {
        throw badArgument('the body is not of the protobuf message');
      }
    },
    write: (body) => type.encode(type.fromObject(body)).finish(),
  };
}
