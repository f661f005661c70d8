/**
 * An embedded part cannot start, and the person at the keyboard can do something about it: the message says what is
 * wrong and what to do. `main` prints it without a stack and exits with 1.
 */
export class StartRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartRefused';
  }
}

/** Another process that lives has the folder. */
export class FolderInUse extends StartRefused {}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'part of the path is a file',
  EEXIST: 'part of the path is a file',
};

/** A refusal for an error of the file system; any other error as it is. */
export function refusalOf(error: unknown, dataDir: string): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const reason = error instanceof StartRefused ? undefined : REASONS[code];
  if (reason === undefined) return error;
  return new StartRefused(
    `The embedded Postgres cannot keep its data in ${dataDir}: ${reason} (${message}). Set DATA_DIR to a folder that can be written, or DATABASE_URL to a database of yours.`,
    { cause: error },
  );
}
