import type { Db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client/client";

type Who = { executiveId: string; assistantId: string };

/** A confirmed cover for whole days, week 34 unless told otherwise. */
export function createCover(db: Db, overrides: Who & Partial<Prisma.CoverageAssignmentUncheckedCreateInput>) {
  return db.coverageAssignment.create({
    data: {
      startOn: new Date("2026-08-17"),
      startPart: "am",
      endOn: new Date("2026-08-21"),
      endPart: "pm",
      status: "confirmed",
      ...overrides,
    },
  });
}
