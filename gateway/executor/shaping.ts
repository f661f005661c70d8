/** A null, or a value, that the schema forbids at its place. */
export interface Breach {
  readonly message: string;
  readonly path: readonly (string | number)[];
  /** How much of the path is left: what became null because of it. */
  reach: number;
}

/** One answer being put into shape. Paths cost more than answers, so they are kept only where something is to be told. */
export interface Shaping {
  readonly path: (string | number)[] | null;
  readonly breaches: Breach[];
  broken: boolean;
}

export const swiftly = (): Shaping => ({ path: null, breaches: [], broken: false });

export const carefully = (): Shaping => ({ path: [], breaches: [], broken: false });

export function breach(shaping: Shaping, message: string): void {
  shaping.broken = true;
  if (shaping.path !== null) shaping.breaches.push({ message, path: [...shaping.path], reach: 0 });
}

/** A null was let in at this place, and ends what went wrong below it. */
export function settle({ path, breaches }: Shaping, from: number): void {
  for (const each of breaches.slice(from)) if (each.reach === 0) each.reach = path?.length ?? 0;
}
