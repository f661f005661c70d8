/** Texts and byte sequences: whatever stands in them is no syntax. */
const QUOTED = /"(?:\\.|[^"\\])*"|:[A-Za-z0-9+/=]*:/g;

/** The top-level members of a structured dictionary, with their texts and bytes blanked. */
const members = (header: string): string[] =>
  header
    .replace(QUOTED, '""')
    .split(',')
    .map((member) => member.trim());

const parametersOf = (member: string): string[] =>
  Array.from(
    member.slice(member.lastIndexOf(')') + 1).matchAll(/;\s*([a-z*][a-z0-9_.*-]*)/g),
    (match) => match[1] ?? '',
  );

const labelOf = (member: string): string => member.split(/[=;]/, 1)[0] ?? '';

const repeats = (names: readonly string[]): boolean => new Set(names).size < names.length;

/** What a parser of structured fields forgets: keys that were there twice, and how a number was written. */
export const keysOf = {
  twins: (header: string): boolean => {
    const all = members(header);
    return repeats(all.map(labelOf)) || all.some((member) => repeats(parametersOf(member)));
  },
  /** The member under `label`, its texts blanked. */
  bare: (header: string, label: string): string => members(header).find((member) => labelOf(member) === label) ?? '',
};
