import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { createEvents } from '../../events/index.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import type { NewEvent } from '../../subgraphs/kit/events.ts';

/** A node that keeps what its parent tells it, and whose consumer writes a row for each event. */
const log = pino({ level: 'silent' });
const db = openDatabase(process.argv[2] ?? '', log);
const events = await createEvents({ db, register: new Registry(), log });
const rows = (name: string) => ({
  name,
  kinds: new Set(['MESSAGE_SAVED'] as const),
  async handle(told: readonly NewEvent[]) {
    // One row at a time, so that there is a middle to die in.
    for (const { key, stream } of told) {
      await db.raw('insert into effects (consumer, key, stream) values (?, ?, ?) on conflict do nothing', [
        name,
        key,
        stream,
      ]);
      if (key.endsWith('7')) await pause(1);
    }
  },
});
const delivery = await events.deliver([rows('one'), rows('two')]);

process.on('message', ({ call, facts }: { call: number; facts: (Omit<NewEvent, 'at'> & { at: string })[] }) => {
  const told = facts.map((fact) => ({ ...fact, at: new Date(fact.at) }));
  events.keeper.keep(told).then(
    () => process.send?.({ call, kept: true }),
    () => process.send?.({ call, kept: false }),
  );
});
process.once('SIGTERM', async () => {
  await delivery.stop();
  await events.drain();
  await db.destroy();
  process.disconnect();
});
process.send?.({ ready: true });
