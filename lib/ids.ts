import { randomUUID } from "node:crypto";

const MOST_IN_A_MILLISECOND = 4096;
let last = { time: 0, place: 0 };

/** A version 7 id, as the client makes them: later than every id made here before. */
export function idInOrder(): string {
  const now = Date.now();
  const isNext = now > last.time || last.place + 1 === MOST_IN_A_MILLISECOND;
  last = isNext ? { time: Math.max(now, last.time + 1), place: 0 } : { ...last, place: last.place + 1 };
  const time = last.time.toString(16).padStart(12, "0");
  const counter = last.place.toString(16).padStart(3, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${randomUUID().slice(19)}`;
}
