import type { Logger } from 'pino';
import { createJobs, type Jobs } from './jobs.ts';
import { createOperations, type OperationParts } from './operations.ts';
import { startWorker, type Worker } from './worker.ts';

/** What is asked of many users at once, and who does it. */
export function openJobs({ log, ...parts }: OperationParts & { readonly log: Logger }): { jobs: Jobs; worker: Worker } {
  const operations = createOperations(parts);
  return { jobs: createJobs(parts.db), worker: startWorker({ db: parts.db, operations, log }) };
}
