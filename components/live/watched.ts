/** A value that changes, in the shape in which React reads one from outside. */
export type Watched<T> = { get: () => T; subscribe: (listener: () => void) => () => void };

export function openWatched<T>(first: T): Watched<T> & { set: (next: T) => void } {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
