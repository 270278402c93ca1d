const HOUR_MS = 3_600_000;
/** From then on a free seat is offered, not given: who waits may have planned the day. */
const OFFERED_HOURS = 48;
const LONGEST_ANSWER_HOURS = 12;
const SHORTEST_ANSWER_MS = HOUR_MS / 2;

/** How a free seat goes to the next in line: booked, offered until an hour, or, too near the start, to nobody. */
export type WayUp = { kind: "book" } | { kind: "offer"; until: Date } | { kind: "nobody" };

/** A seat is booked for the next in line until 48 hours before the first date; from then it is offered for half of the time that is left, twelve hours at most. */
export function wayUp(start: Date | null, now: Date): WayUp {
  if (start === null) return { kind: "nobody" };
  const left = start.getTime() - now.getTime();
  if (left > OFFERED_HOURS * HOUR_MS) return { kind: "book" };
  const answer = Math.min(LONGEST_ANSWER_HOURS * HOUR_MS, left / 2);
  return answer < SHORTEST_ANSWER_MS
    ? { kind: "nobody" }
    : { kind: "offer", until: new Date(now.getTime() + answer) };
}

/** Those who wait, in the order in which they joined: by the number the database gave each, which nothing changes. */
export function inLine<W extends { queueNumber: bigint }>(waiting: readonly W[]): W[] {
  return [...waiting].sort((a, b) =>
    a.queueNumber < b.queueNumber ? -1 : a.queueNumber > b.queueNumber ? 1 : 0,
  );
}
