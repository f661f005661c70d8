import { Fault } from '../../subgraphs/kit/fault.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import type { Observer } from '../observe.ts';

/** Streams that one viewer may have at a node. A console with a tab for each open case is far from it. */
const MOST_STREAMS = 32;

/** Who has how many streams open here. */
export interface Crowd {
  /** Refuses one too many (STREAMS_LIMITED). What it returns ends the stream's count, once. */
  enter(viewer: Viewer): () => void;
}

export function createCrowd(observer: Pick<Observer, 'streams'>): Crowd {
  const counts = new Map<string, number>();
  let all = 0;
  return {
    enter(viewer) {
      const who = viewer.kind === 'anonymous' ? viewer.kind : `${viewer.kind}:${viewer.id}`;
      const count = counts.get(who) ?? 0;
      if (count >= MOST_STREAMS) throw new Fault('STREAMS_LIMITED', { most: MOST_STREAMS });
      counts.set(who, count + 1);
      observer.streams(++all);
      let inside = true;
      return () => {
        if (!inside) return;
        inside = false;
        const left = (counts.get(who) ?? 1) - 1;
        if (left === 0) counts.delete(who);
        else counts.set(who, left);
        observer.streams(--all);
      };
    },
  };
}
