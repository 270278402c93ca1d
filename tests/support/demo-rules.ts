import { expect, it } from "vitest";
import { ineligibilities } from "@/lib/coverage/candidates/rules-eligibility";
import { neededMinutes } from "@/lib/coverage/candidates/rules-familiarity";
import { coversIn } from "@/lib/coverage/demand/rules";
import { freeMinutes } from "@/lib/coverage/demand/rules-grid";
import { countSlots, DEMO_POOLS, DEMO_WEEKS, type DemoDatabase, gridOfWeek } from "./demo";

/** What holds of the demo office on any day it is made. */
export function itKeepsTheRules(demo: () => DemoDatabase): void {
  it.each(DEMO_POOLS)("has gaps and covers in each of the six weeks in %s", async (pool) => {
    for (const week of DEMO_WEEKS) {
      const { grid } = await gridOfWeek(demo(), pool, week);
      expect(countSlots(grid, "gap"), `week ${week}`).toBeGreaterThanOrEqual(6);
      expect(countSlots(grid, "gap"), `week ${week}`).toBeLessThanOrEqual(25);
      expect(countSlots(grid, "cover"), `week ${week}`).toBeGreaterThan(0);
    }
  });

  it.each(DEMO_POOLS)("asks of nobody in %s what the rules forbid", async (pool) => {
    for (const week of DEMO_WEEKS) {
      const { grid } = await gridOfWeek(demo(), pool, week);
      const free = freeMinutes(grid);
      for (const executive of grid.office.executives) {
        for (const [i, state] of (grid.rows.get(executive.id) ?? []).entries()) {
          for (const { cover, dutyIds, minutes } of coversIn(state)) {
            const { office } = grid;
            const person = office.assistants.get(cover.assistantId);
            expect(person && ineligibilities(office, person, executive, office.from, dutyIds)).toEqual([]);
            const row = free.get(cover.assistantId) ?? [];
            row[i] = (row[i] ?? 0) - neededMinutes(office, cover.assistantId, executive, minutes);
            expect(row[i]).toBeGreaterThanOrEqual(0);
          }
        }
      }
    }
  });
}
