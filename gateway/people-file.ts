import type { Person } from '../subgraphs/identity/people.ts';

/** A file of people cannot be read; says which line, and what was expected. */
class PeopleFileError extends Error {
  override name = 'PeopleFileError';
}

/** Reads people from a file's text: CSV (RFC 4180) with a first line of names, or a JSON object on each line. */
export function readPeople(name: string, text: string): Person[] {
  const rows = /\.csv$/i.test(name) ? readCSV(text) : readLines(text);
  if (rows.length === 0) throw new PeopleFileError(`${name} holds no people.`);
  return rows.map(({ userID = '', nickname, phone, email }) => ({ userID, nickname, phone, email }) as Person);
}

type Row = Readonly<Record<string, string>>;

function readLines(text: string): Row[] {
  return text.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      const row: unknown = JSON.parse(line);
      if (typeof row === 'object' && row !== null) return [row as Row];
    } catch {
      // Told below, as for JSON that is no object.
    }
    throw new PeopleFileError(
      `Line ${at + 1}: a JSON object is expected, such as {"userID":"ann","email":"ann@example.com"}.`,
    );
  });
}

function readCSV(text: string): Row[] {
  const [names, ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(cells);
  if (names === undefined || !names.includes('userID'))
    throw new PeopleFileError('Line 1: the names of the columns are expected: userID, phone, email.');
  return rows.map((row, at) => {
    if (row.length !== names.length) throw new PeopleFileError(`Line ${at + 2}: ${names.length} columns are expected.`);
    return Object.fromEntries(names.map((name, column) => [name, row[column] ?? '']));
  });
}

/** Cells of a line; one in quotes may hold commas, and quotes written twice. */
const cells = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) =>
    quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'),
  );
