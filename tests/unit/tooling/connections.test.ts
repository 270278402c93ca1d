import { describe, expect, it } from "vitest";
import { shareOf } from "@/prisma/tooling/connections";

describe("the share of a database's connections", () => {
  it("gives four processes of a usual PostgreSQL nine each, two more for jobs and one that listens", () => {
    expect(shareOf(97, 4)).toEqual({ processes: 4, pool: 9 });
    expect(shareOf(97, 1)).toEqual({ processes: 1, pool: 10 });
  });

  it("divides half of what is allowed among more", () => {
    expect(shareOf(97, 6)).toEqual({ processes: 6, pool: 5 });
    expect(shareOf(997, 32)).toEqual({ processes: 32, pool: 10 });
  });

  it("starts fewer processes rather than pools in which requests wait for each other", () => {
    expect(shareOf(97, 64)).toEqual({ processes: 8, pool: 3 });
    expect(shareOf(17, 4)).toEqual({ processes: 1, pool: 5 });
    expect(shareOf(5, 2)).toEqual({ processes: 1, pool: 3 });
  });

  it("stays within half wherever one process fits", () => {
    for (let allowed = 12; allowed <= 500; allowed += 1)
      for (const wanted of [1, 2, 4, 16, 64]) {
        const { processes, pool } = shareOf(allowed, wanted);
        expect(processes * (pool + 3)).toBeLessThanOrEqual(allowed / 2);
      }
  });
});
