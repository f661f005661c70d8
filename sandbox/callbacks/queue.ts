export interface QueueLimits {
  /** How many callbacks are under way at once. */
  workers: number;
  /** How many wait for a worker. */
  places: number;
  /** How long a call waits for a place before its callback is dropped. */
  patienceMs: number;
}

export const UPSTREAM_LIMITS: QueueLimits = { workers: 2, places: 100, patienceMs: 3000 };

type Task = () => Promise<unknown>;

interface Blocked {
  task: Task;
  goOn(): void;
}

/** What a service has still to tell. Full, it slows whoever adds to it, and then forgets what they brought. */
export class AfterQueue {
  private readonly limits: QueueLimits;
  private readonly faults: { readonly areQueuesFull: boolean };
  private readonly waiting: Task[] = [];
  private readonly blocked = new Set<Blocked>();
  private busy = 0;

  constructor(limits: QueueLimits, faults: { readonly areQueuesFull: boolean }) {
    this.limits = limits;
    this.faults = faults;
  }

  /** Resolves once the task has a place, or is given up. */
  add(task: Task): Promise<void> {
    if (this.faults.areQueuesFull) return this.waitForPlace(task);
    if (this.busy < this.limits.workers) void this.work(task);
    else if (this.waiting.length < this.limits.places) this.waiting.push(task);
    else return this.waitForPlace(task);
    return Promise.resolve();
  }

  private waitForPlace(task: Task): Promise<void> {
    return new Promise((resolve) => {
      const dropped = setTimeout(() => blocked.goOn(), this.limits.patienceMs);
      const blocked: Blocked = {
        task,
        goOn: () => {
          clearTimeout(dropped);
          this.blocked.delete(blocked);
          resolve();
        },
      };
      this.blocked.add(blocked);
    });
  }

  private async work(first: Task): Promise<void> {
    this.busy += 1;
    // An answer to these is not looked at, and neither is its absence.
    for (let task: Task | undefined = first; task !== undefined; task = this.next()) await task().catch(() => {});
    this.busy -= 1;
  }

  private next(): Task | undefined {
    const task = this.waiting.shift();
    const [blocked] = this.blocked;
    if (blocked === undefined || this.faults.areQueuesFull) return task;
    blocked.goOn();
    if (task === undefined) return blocked.task;
    this.waiting.push(blocked.task);
    return task;
  }

  /** What still waits is lost, as it is over there. */
  clear(): void {
    this.waiting.length = 0;
    for (const blocked of this.blocked) blocked.goOn();
  }
}
