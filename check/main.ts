import { join } from 'node:path';
import { allChecks, type Check } from './checks.ts';

/** `npm run check`: every rule of the house, told at once. */
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

async function outcomeOf({ name, run }: Check): Promise<{ name: string; complaints: string[]; seconds: number }> {
  const started = performance.now();
  const complaints = await run().catch((error: unknown) => [String(error instanceof Error ? error.message : error)]);
  return { name, complaints, seconds: (performance.now() - started) / 1000 };
}

const outcomes = await Promise.all(allChecks(join(import.meta.dirname, '..')).map(outcomeOf));
for (const { name, complaints, seconds } of outcomes) {
  print(`${complaints.length === 0 ? '✔' : '✖'} ${name} (${seconds.toFixed(1)} s)`);
  for (const complaint of complaints) print(complaint.replaceAll(/^/gm, '    '));
}
const failed = outcomes.filter(({ complaints }) => complaints.length > 0).length;
print(`${outcomes.length - failed} checks passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
