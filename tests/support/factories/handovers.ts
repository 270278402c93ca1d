import type { Db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client/client";

type Who = { executiveId: string; coverAssistantId: string | null };

/** A draft for whoever covers week 34. */
export function createHandover(db: Db, overrides: Who & Partial<Prisma.HandoverUncheckedCreateInput>) {
  return db.handover.create({
    data: {
      fromOn: new Date("2026-08-17"),
      fromPart: "am",
      toOn: new Date("2026-08-21"),
      toPart: "pm",
      ...overrides,
    },
    include: { items: true, questions: true, access: true },
  });
}
