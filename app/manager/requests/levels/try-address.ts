import { z } from "zod";
import { isPromisable, minutesOfDuration } from "@/lib/requests/levels/rules-duration";
import { TryServiceLevelInput } from "@/lib/requests/levels/schema";
import { type Day, isDay } from "@/lib/time/day";
import { instantIn } from "@/lib/time/zone";

const MOMENTS = ["filed", "answer", "wait", "resume", "resolve"] as const;
export type TryMoment = (typeof MOMENTS)[number];

/** What the address of a try says: whose hours, the level, and when what happens; what makes no sense is left out. */
export type TryAddress = {
  executiveId: string;
  answer: string;
  resolve: string;
  on: Partial<Record<TryMoment, Day>>;
  at: Partial<Record<TryMoment, string>>;
};

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Reads the address of a try; without one it shows a request sent in the morning of a day. */
export function readTryAddress(
  params: Record<string, string | string[] | undefined>,
  begun: { executiveId: string; on: Day },
): TryAddress {
  const text = (name: string) => (typeof params[name] === "string" ? params[name] : "");
  const isAsked = text("executive") !== "";
  const duration = (name: string, first: string) =>
    isPromisable(text(name)) ? text(name) : isAsked ? "" : first;
  const on: TryAddress["on"] = { filed: begun.on };
  const at: TryAddress["at"] = { filed: "08:30" };
  for (const moment of MOMENTS) {
    const [day, clock] = [text(`${moment}On`), text(`${moment}At`)];
    if (isDay(day)) on[moment] = day;
    if (CLOCK.test(clock)) at[moment] = clock;
  }
  return {
    executiveId: z.uuid().safeParse(text("executive")).success ? text("executive") : begun.executiveId,
    answer: duration("answer", "1:00"),
    resolve: duration("resolve", "8:00"),
    on,
    at,
  };
}

/** What is tried, on the clock of the executive's pool. */
export function tryInputOf(address: TryAddress, timeZone: string): TryServiceLevelInput {
  const instantOf = (moment: TryMoment): string | null => {
    const [on, at] = [address.on[moment], address.at[moment]];
    if (!on || !at) return null;
    const [hours = 0, minutes = 0] = at.split(":").map(Number);
    return instantIn(timeZone, on, 60 * hours + minutes).toISOString();
  };
  const steps = (["answer", "wait", "resume", "resolve"] as const).flatMap((move) => {
    const at = instantOf(move);
    return at ? [{ at, move }] : [];
  });
  return TryServiceLevelInput.parse({
    executiveId: address.executiveId,
    answerMinutes: minutesOfDuration(address.answer) || null,
    resolveMinutes: minutesOfDuration(address.resolve) || null,
    filedAt: instantOf("filed") ?? new Date(0).toISOString(),
    steps,
  });
}
