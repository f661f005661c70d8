import { createHash } from 'node:crypto';

/** Streams are dealt out to this many shards; another number needs the cursors to begin anew. */
export const SHARDS = 8;

/** The same on every node, and in every release. */
export const shardOf = (stream: string): number => createHash('sha1').update(stream).digest().readUInt16BE() % SHARDS;
