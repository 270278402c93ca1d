import { setImmediate as pause } from "node:timers/promises";

const LONGEST_TURN_MS = 10;

/** Does work that is divided into steps, giving others their turn in between: a turn lasts 10 ms and the step that ends it. */
export async function inTurns<T>(steps: Generator<unknown, T>): Promise<T> {
  for (let began = performance.now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < LONGEST_TURN_MS) continue;
    await pause();
    began = performance.now();
  }
}
