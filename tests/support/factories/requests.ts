import type { Db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client/client";

type Who = { executiveId: string; createdById: string };

/** A new request that nobody is assigned to. */
export function createRequest(db: Db, overrides: Who & Partial<Prisma.SupportRequestUncheckedCreateInput>) {
  return db.supportRequest.create({ data: { summary: "Book a table", ...overrides } });
}
