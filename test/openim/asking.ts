import type { Actor } from '../world/world.ts';
import type { Price, Stage } from './stage.ts';

/** The data of a field that must be answered whole, what it cost, and the reasons why others are refused it. */
export interface Asking {
  /** The value of the operation's only root field. */
  value<Value>(who: Actor, query: string, variables?: object): Promise<Value>;
  /** The same, with the routes of OpenIM that it took. */
  priced<Value>(who: Actor, query: string, variables?: object): Promise<Price<Value>>;
  /** `reason`, and `field` for a mistake in the input; the routes that were asked before it was told. */
  refusal(who: Actor, query: string, variables?: object): Promise<{ reason: string; field?: string; routes: string[] }>;
}

export function askingOn(stage: Stage): Asking {
  const value = async <Value>(who: Actor, query: string, variables: object = {}): Promise<Value> => {
    const data = await who.query<Record<string, Value>, object>(query, variables);
    return Object.values(data)[0] as Value;
  };
  return {
    value,
    priced: (who, query, variables) => stage.price(() => value(who, query, variables)),
    refusal: async (who, query, variables = {}) => {
      const { result, routes } = await stage.price(() => who.client.query<unknown, object>(query, variables));
      const [error, ...more] = result.errors;
      if (error === undefined || more.length > 0)
        throw new Error(`One refusal was expected: ${JSON.stringify(result)}`);
      const { reason, field } = error.extensions as { reason: string; field?: string };
      return { reason, ...(field === undefined ? {} : { field }), routes: [...routes] };
    },
  };
}
