/** What became of a seat: there for as much as the course asks, for less, or not at all. */
export type Outcome = "attended" | "incomplete" | "no_show";

/** The outcome of a session from the minutes it took, those somebody was there, and the share the course asks for in hundredths. */
export function outcomeOf(taken: number, present: number, requiredShare: number): Outcome {
  if (present === 0) return "no_show";
  return present * 100 >= taken * requiredShare ? "attended" : "incomplete";
}
