import type { Clock } from '../ports/clock';
import type { Signal } from '../ports/signal';

declare const setTimeout: ((work: () => void, milliseconds: number) => unknown) | undefined;
declare const clearTimeout: (timer: unknown) => void;

/**
 * The engine's own clock and timers.
 *
 * **Shape** an engine without timers (a bare JavaScriptCore) does not wait at all: a host there supplies its own clock.
 */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal?: Signal) =>
    new Promise((resolve) => {
      if (typeof setTimeout !== 'function' || signal?.aborted) {
        resolve();
        return;
      }
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal?.addEventListener('abort', end);
    }),
};
