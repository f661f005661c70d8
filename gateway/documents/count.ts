import { Counter, type Registry } from 'prom-client';

type Outcome = 'by_id' | 'listed' | 'unlisted' | 'refused' | 'exempt';

/** What becomes of operations where there is a list of them, and of the list. */
export function countIn(register: Registry) {
  const operations = new Counter({
    name: 'gateway_persisted_operations_total',
    help:
      'Operations that were named by an id (by_id); by their text: listed, unlisted (let through), refused, or exempt ' +
      'because of who asks.',
    labelNames: ['outcome'],
    registers: [register],
  });
  const changes = new Counter({
    name: 'gateway_operation_list_changes_total',
    help: 'Lists of operations that were found in place of the one before: taken, or refused because they are wrong.',
    labelNames: ['outcome'],
    registers: [register],
  });
  return {
    operation: (outcome: Outcome): void => operations.inc({ outcome }),
    change: (outcome: 'taken' | 'refused'): void => changes.inc({ outcome }),
  };
}
