import type { CandidatePlacement } from "@/lib/matching/placements/schema";
import { useFitWords } from "./use-fit-words";

type Load = Pick<CandidatePlacement, "loadBefore" | "loadAfter" | "capacity">;

/** Own support now, and with this executive, of the time a person works; what goes over it is hatched. */
export function LoadBar(load: Load) {
  const words = useFitWords();
  const whole = Math.max(load.capacity, load.loadAfter, 1);
  const share = (minutes: number) => `${(100 * Math.max(0, minutes)) / whole}%`;
  const before = Math.min(load.loadBefore, load.loadAfter);
  const within = Math.min(load.loadAfter, load.capacity) - before;
  const over = load.loadAfter - Math.max(load.capacity, before);
  return (
    <span className="block text-xs">
      <span className="tnum">{words.load(load)}</span>
      <span aria-hidden className="mt-1 flex h-1.5 overflow-hidden rounded-full bg-sunken md:max-w-40">
        <span className="bg-own-bar" style={{ width: share(before) }} />
        {within > 0 && (
          <span className="border border-plan-bar bg-plan-bg" style={{ width: share(within) }} />
        )}
        {over > 0 && <span className="hatch bg-gap-bg" style={{ width: share(over) }} />}
      </span>
    </span>
  );
}
