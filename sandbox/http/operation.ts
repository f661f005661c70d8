import { AsyncLocalStorage } from 'node:async_hooks';

/** The operationID of the call under way, which upstream hands on to everything that the call leads to. */
const underWay = new AsyncLocalStorage<string>();

export const during = <Result>(operationID: string, work: () => Result): Result => underWay.run(operationID, work);
export const currentOperation = (): string => underWay.getStore() ?? '';
