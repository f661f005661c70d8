/** How ours has to stand against another. */
export interface Mark {
  readonly operation: string;
  readonly against: string;
  readonly of: 'rate' | 'p99';
  readonly least: number;
  readonly aim: number;
  /** Whether less is better. */
  readonly below?: true;
}

export const MARKS: readonly Mark[] = [
  { operation: 'page', against: 'apollo', of: 'rate', least: 3, aim: 4.5 },
  { operation: 'page', against: 'rest', of: 'rate', least: 0.55, aim: 0.8 },
  { operation: 'page', against: 'hive', of: 'rate', least: 5, aim: 7 },
  { operation: 'page', against: 'mercurius', of: 'rate', least: 2, aim: 2.5 },
  { operation: 'page', against: 'rest', of: 'p99', least: 1.6, aim: 1.2, below: true },
  { operation: 'me', against: 'apollo', of: 'rate', least: 3, aim: 5 },
];
