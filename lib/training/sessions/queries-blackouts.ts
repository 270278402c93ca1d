import "server-only";
import { blackoutsIn } from "@/lib/absences/requests/queries-checks";
import type { PublicCtx } from "@/lib/context";
import { type Refusal, refuse } from "@/lib/result";
import type { SessionDate } from "./rules";

/** Refuses dates on days on which nobody of the pool may be away: training is no way around them. */
export async function refusalOfBlackoutDates(
  ctx: PublicCtx,
  poolId: string,
  dates: readonly SessionDate[],
): Promise<Refusal<"training_on_blackout"> | null> {
  const days = dates.map(({ on }) => on).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const blackouts = await blackoutsIn(ctx, poolId, { from: first, to: last });
  const hard = blackouts.filter(({ kind }) => kind === "hard");
  const day = days.find((on) => hard.some(({ from, to }) => from <= on && on <= to));
  const met = hard.find(({ from, to }) => day && from <= day && day <= to);
  if (!met) return null;
  const { name, from, to } = met;
  return refuse("training_on_blackout", { path: "dates", details: { name, from, to } });
}
