/** V8 has it, TypeScript's ES2024 does not know it: https://tc39.es/proposal-json-parse-with-source */
interface JSON {
  rawJSON(text: string): object;
  isRawJSON(value: unknown): boolean;
}
