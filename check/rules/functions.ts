import { Visitor } from 'oxc-parser';
import type { SourceFile } from '../tree.ts';

export interface FunctionSpan {
  /** Where it begins. */
  readonly line: number;
  readonly lines: number;
  /** Without the functions written inside it. */
  readonly ownLines: number;
  readonly parameters: number;
  /** Declared by name, so that its shape is its author's choice. */
  readonly named: boolean;
}

interface Open {
  readonly line: number;
  inner: number;
}

export function functionsOf({ program, text }: SourceFile): FunctionSpan[] {
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const found: FunctionSpan[] = [];
  const around: Open[] = [];

  const enter = ({ start }: { start: number }): void => {
    around.push({ line: lineAt(start), inner: 0 });
  };
  const leave = (named: boolean) => (node: { end: number; params: readonly unknown[] }) => {
    const { line, inner } = around.pop() ?? { line: 0, inner: 0 };
    const lines = lineAt(node.end) - line + 1;
    found.push({ line, lines, ownLines: lines - inner, parameters: node.params.length, named });
    const outer = around.at(-1);
    if (outer) outer.inner += lines - 1;
  };
  new Visitor({
    FunctionDeclaration: enter,
    FunctionExpression: enter,
    ArrowFunctionExpression: enter,
    'FunctionDeclaration:exit': leave(true),
    'FunctionExpression:exit': leave(false),
    'ArrowFunctionExpression:exit': leave(false),
  }).visit(program);
  return found;
}
