import type { StaffingGrid } from "@/lib/coverage/demand/rules-grid";

/** An hour of a half-day makes a person worth asking. */
const FREE_ENOUGH_MINUTES = 60;

/** A person of the pool beside the board: each half-day free, busy, or not at work. */
export type BenchPerson = {
  id: string;
  name: string;
  freeHalfDays: number;
  halfDays: ("free" | "busy" | "off")[];
};

/** The pool's people by how many half-days they have an hour or more to give, most first, from the minutes they have free. */
export function benchOf(
  grid: StaffingGrid,
  poolId: string,
  free: ReadonlyMap<string, readonly number[]>,
): BenchPerson[] {
  return [...grid.office.assistants.values()]
    .filter((assistant) => assistant.poolId === poolId)
    .map((assistant) => {
      const halfDays = grid.halfDays.map((_, i) => {
        if (grid.atWork.get(assistant.id)?.[i] === 0) return "off" as const;
        return (free.get(assistant.id)?.[i] ?? 0) >= FREE_ENOUGH_MINUTES
          ? ("free" as const)
          : ("busy" as const);
      });
      const freeHalfDays = halfDays.filter((state) => state === "free").length;
      return { id: assistant.id, name: assistant.name, freeHalfDays, halfDays };
    })
    .sort((a, b) => b.freeHalfDays - a.freeHalfDays || (a.name < b.name ? -1 : 1));
}
