import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { putForm, putPart } from './object-bytes.ts';
import type { Interludes } from './replay.ts';

/** What the recorder did beside its calls. `presenceMs` is how long OpenIM takes to publish who is connected. */
export const interludes = (prefix: string, presenceMs: number): Record<string, Interludes> => ({
  user_online: {
    5: async ({ target, token }) => {
      const userID = `${prefix}uo_on`;
      const query = new URLSearchParams({
        sendID: userID,
        token: token(userID),
        platformID: '5',
        operationID: 'replay',
        isBackground: 'false',
        sdkType: 'js',
      });
      await once(new WebSocket(`${target.wsURL}/?${query}`), 'open');
      await sleep(presenceMs);
    },
    // After the forced logout of step 8.
    10: () => sleep(presenceMs),
  },
  object_multipart: { 14: putPart(prefix) },
  object_form: { 5: putForm },
});
