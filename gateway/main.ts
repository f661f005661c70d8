import { readConfig } from './config.ts';
import { firstLines } from './first-lines.ts';
import { runProgram } from './program.ts';
import { start } from './start.ts';

await runProgram({ settings: () => readConfig(process.env), start, lines: firstLines });
