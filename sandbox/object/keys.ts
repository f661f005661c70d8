import { createHash, randomUUID } from 'node:crypto';
import { extname } from 'node:path';

export const md5 = (bytes: string | Buffer): string => createHash('md5').update(bytes).digest('hex');

/** What identifies a file: the md5 of its parts' md5s, so that of a file of one part it is not the md5. */
export const hashOf = (parts: readonly string[]): string => md5(parts.join(','));

const newID = (): string => randomUUID().replaceAll('-', '');

export const hashKey = (hash: string): string => `openim/data/hash/${hash}`;

export const temporaryKey = (hash: string, size: number): string => {
  const now = new Date().toISOString().slice(0, 19).replace(/[-T:]/g, '/');
  return `openim/temp/${now}/${hash}_${size}_${newID()}.presigned`;
};

export const directKey = (userID: string, name: string): string => {
  const date = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  return `openim/direct/${date}/${userID}/${newID()}${extname(name)}`;
};
