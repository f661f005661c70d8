import { certify } from './certificate.ts';
import type { AreaReport } from './finding.ts';
import { areaLines, discreet, lastLines } from './report.ts';
import { CannotCertify, readSettings } from './settings.ts';

/** 0: nothing differs. 1: something does. 2: it could not be asked. */
async function run(): Promise<number> {
  const settings = readSettings(process.argv.slice(2));
  const print = (lines: readonly string[]): void =>
    void process.stdout.write(`${discreet(lines.join('\n'), settings.secret)}\n`);
  const stopped = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => stopped.abort(new CannotCertify('Broken off; what was made is taken away.')));
  const say = (report: AreaReport): void => {
    if (!settings.json) print(areaLines(report));
  };
  const certificate = await certify(settings, say, stopped.signal);
  print(settings.json ? [JSON.stringify(certificate, null, 2)] : lastLines(certificate));
  return certificate.areas.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

process.exitCode = await run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof CannotCertify ? error.message : (error as Error).stack}\n`);
  return 2;
});
