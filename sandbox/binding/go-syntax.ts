/** Finds the first byte that Go's JSON scanner stumbles over, and says it in its words. Runs on bad bodies only. */
class Stumble extends Error {}

const quoted = (char: string): string => {
  if (char === "'") return "'\\''";
  if (char === '"') return "'\"'";
  return `'${JSON.stringify(char).slice(1, -1)}'`;
};

class Scanner {
  private at = 0;
  private readonly chars: readonly string[];

  constructor(text: string) {
    this.chars = [...text];
  }

  private fail(where: string): never {
    const char = this.chars[this.at];
    throw new Stumble(
      char === undefined ? 'unexpected end of JSON input' : `invalid character ${quoted(char)} ${where}`,
    );
  }

  private peek(): string {
    return this.chars[this.at] ?? '';
  }

  private space(): void {
    while (this.peek() !== '' && ' \t\r\n'.includes(this.peek())) this.at++;
  }

  private expect(pattern: RegExp, where: string): void {
    if (!pattern.test(this.peek())) this.fail(where);
    this.at++;
  }

  document(): void {
    this.value();
    this.space();
    if (this.at < this.chars.length) this.fail('after top-level value');
  }

  private value(): void {
    this.space();
    const first = this.peek();
    if (first === '{') this.object();
    else if (first === '[') this.array();
    else if (first === '"') this.string();
    else if (/[-\d]/.test(first)) this.number();
    else if (first === 't') this.literal('true');
    else if (first === 'f') this.literal('false');
    else if (first === 'n') this.literal('null');
    else this.fail('looking for beginning of value');
  }

  private literal(word: string): void {
    this.at++;
    for (const expected of word.slice(1)) {
      if (this.peek() !== expected) this.fail(`in literal ${word} (expecting ${quoted(expected)})`);
      this.at++;
    }
  }

  private object(): void {
    this.at++;
    this.space();
    if (this.peek() === '}') {
      this.at++;
      return;
    }
    for (;;) {
      this.space();
      if (this.peek() !== '"') this.fail('looking for beginning of object key string');
      this.string();
      this.space();
      this.expect(/:/, 'after object key');
      this.value();
      this.space();
      if (this.peek() === '}') break;
      this.expect(/,/, 'after object key:value pair');
    }
    this.at++;
  }

  private array(): void {
    this.at++;
    this.space();
    if (this.peek() === ']') {
      this.at++;
      return;
    }
    for (;;) {
      this.value();
      this.space();
      if (this.peek() === ']') break;
      this.expect(/,/, 'after array element');
    }
    this.at++;
  }

  private string(): void {
    this.at++;
    while (this.peek() !== '"') {
      if (this.peek() === '' || this.peek() < ' ') this.fail('in string literal');
      if (this.peek() === '\\') this.escape();
      else this.at++;
    }
    this.at++;
  }

  private escape(): void {
    this.at++;
    if (this.peek() !== 'u') {
      this.expect(/["\\/bfnrt]/, 'in string escape code');
      return;
    }
    this.at++;
    for (let digit = 0; digit < 4; digit++) this.expect(/[0-9a-fA-F]/, 'in \\u hexadecimal character escape');
  }

  private digits(): void {
    while (/\d/.test(this.peek())) this.at++;
  }

  private number(): void {
    if (this.peek() === '-') this.at++;
    if (this.peek() === '0') this.at++;
    else {
      this.expect(/[1-9]/, 'in numeric literal');
      this.digits();
    }
    if (this.peek() === '.') {
      this.at++;
      this.expect(/\d/, 'after decimal point in numeric literal');
      this.digits();
    }
    if (!/[eE]/.test(this.peek())) return;
    this.at++;
    if (/[+-]/.test(this.peek())) this.at++;
    this.expect(/\d/, 'in exponent of numeric literal');
    this.digits();
  }
}

export const syntaxError = (text: string): string => {
  try {
    new Scanner(text).document();
  } catch (thrown) {
    if (thrown instanceof Stumble) return thrown.message;
    throw thrown;
  }
  return 'unexpected end of JSON input';
};
