import type { Certificate } from './certificate.ts';
import type { AreaReport, Finding } from './finding.ts';

/** Tokens and the secret may stand in what OpenIM answered; nobody prints them. */
export const discreet = (text: string, secret: string): string =>
  text.replaceAll(secret, '<secret>').replaceAll(/eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, '<token>');

const failedIn = ({ findings }: AreaReport): number => new Set(findings.map(({ where }) => where)).size;

export function areaLines(report: AreaReport): string[] {
  const { area, asked, findings, unsteady } = report;
  return [
    `${area.padEnd(13)}${String(asked - failedIn(report)).padStart(4)} of ${String(asked).padStart(4)} agree`,
    ...findings.flatMap(findingLines),
    ...unsteady.map(({ where, what }) => `  once only, and not when asked again: ${where}: ${what}`),
  ];
}

const findingLines = ({ where, route, what, fields, note }: Finding): string[] => [
  `  ${route ?? where}${route === null ? '' : `  ${where}`}`,
  `    ${what}`,
  `    touches: ${[fields.join(', '), note].filter(Boolean).join('; ') || 'no field of the API'}`,
];

/** Routes that differ, each once, with the fields that stand on them. */
export function lastLines({ areas, left }: Certificate): string[] {
  const findings = areas.flatMap((report) => report.findings);
  const touched = [...new Set(findings.flatMap(({ fields }) => fields))].sort();
  return [
    ...(left.length === 0 ? [] : ['left behind:', ...left.map((line) => `  ${line}`)]),
    findings.length === 0
      ? 'Nothing differs: this OpenIM does what the gateway stands on.'
      : `${findings.length} ${findings.length === 1 ? 'answer differs' : 'answers differ'}; fields of the API that are touched: ${touched.join(', ') || 'none'}.`,
  ];
}
