import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in these. */
const TICKS_A_SECOND = 100;
const KILOBYTE = 1_024;

interface Stat {
  readonly pid: number;
  readonly parent: number;
  /** Seconds, of user and system. */
  readonly cpu: number;
}

function statOf(pid: number): Stat[] {
  try {
    // The name, in brackets, may hold anything.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user = 0, system = 0] = [fields[11], fields[12]];
    return [{ pid, parent: fields[1] ?? 0, cpu: (user + system) / TICKS_A_SECOND }];
  } catch {
    // It ended meanwhile.
    return [];
  }
}

/** What several processes share (Postgres's do) counts once. */
function memoryOf({ pid }: Stat): number {
  try {
    return Number(/^Pss: +(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * KILOBYTE;
  } catch {
    return 0;
  }
}

const cpuOf = (all: readonly Stat[]): number => all.reduce((sum, { cpu }) => sum + cpu, 0);

/** These processes and all below them. */
function familyOf(roots: readonly number[]): readonly Stat[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)));
  const family = new Set(roots);
  for (let before = -1; before !== family.size; ) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid }) => family.has(pid));
}

/** Seconds of processor of these processes and all below them, and those of the ones below alone. */
export function spentBy(roots: readonly number[]): { cpu: number; cpuBelow: number } {
  const family = familyOf(roots);
  return { cpu: cpuOf(family), cpuBelow: cpuOf(family.filter(({ pid }) => !roots.includes(pid))) };
}

/** Bytes of memory that they and all below them have. */
export const memoryUsedBy = (roots: readonly number[]): number =>
  familyOf(roots).reduce((sum, each) => sum + memoryOf(each), 0);

/** Seconds that these cores worked, and that the machine below took away from them. */
export function coresSpent(cores: readonly number[]): { busy: number; stolen: number } {
  const lines = readFileSync('/proc/stat', 'utf8').split('\n');
  let [busy, stolen] = [0, 0];
  for (const core of cores) {
    const line = lines.find((each) => each.startsWith(`cpu${core} `)) ?? '';
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = line.split(' ').slice(1).map(Number);
    busy += (user + nice + system + irq + softirq) / TICKS_A_SECOND;
    stolen += steal / TICKS_A_SECOND;
  }
  return { busy, stolen };
}
