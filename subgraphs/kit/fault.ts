import { GraphQLError } from 'graphql';
import { FAULTS, type FaultReason, type FaultRow } from './faults.ts';

/** Values for the `{name}`s of a row's sentence; they also stand in `extensions`, so never put a secret here. */
export type FaultDetails = Readonly<Record<string, string | number | boolean | object>>;

/** A refusal that a client may read: one row of {@link FAULTS}, with its details. */
export class Fault extends GraphQLError {
  readonly reason: FaultReason;

  constructor(reason: FaultReason, details: FaultDetails = {}, cause?: unknown) {
    const row: FaultRow = FAULTS[reason];
    super(sentence(row.says, details), {
      extensions: { code: row.code, reason, ...(row.retry ? { retry: true } : {}), ...details },
      ...(cause instanceof Error ? { originalError: cause } : {}),
    });
    this.name = 'Fault';
    this.reason = reason;
  }

  get status(): number {
    return (FAULTS[this.reason] as FaultRow).status ?? 200;
  }
}

/** Wrong input at a path: `field` as the client wrote it (`input.content.text.text`), `expected` what would have been right. */
export const badInput = (field: string, expected: string): Fault => new Fault('INPUT_INVALID', { field, expected });

const sentence = (says: string, details: FaultDetails): string =>
  says.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? name));
