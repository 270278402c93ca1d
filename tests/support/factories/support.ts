import type { Db } from "@/lib/db";
import {
  ChangeSupportAssignmentInput,
  CreateSupportAssignmentInput,
  ListSupportAssignmentsInput,
} from "@/lib/support/schema";
import type { Prisma } from "@/prisma/generated/client/client";

type Fields = Record<string, unknown>;
type Pair = { executiveId: string; assistantId: string };

/** Support by one person of another, as backup from September unless told otherwise. */
export function makeSupport(pair: Pair, overrides: Fields = {}): CreateSupportAssignmentInput {
  return CreateSupportAssignmentInput.parse({ role: "backup", from: "2026-09-01", ...pair, ...overrides });
}

/** The role and dates of support that is there, with some of it changed. */
export function makeSupportChange(id: string, overrides: Fields = {}): ChangeSupportAssignmentInput {
  const known = { id, version: 1, role: "primary", from: "2026-01-01" };
  return ChangeSupportAssignmentInput.parse({ ...known, ...overrides });
}

/** The first page of all support. */
export function askForSupport(overrides: Fields = {}): ListSupportAssignmentsInput {
  return ListSupportAssignmentsInput.parse(overrides);
}

/** Primary support from the beginning of 2026. */
export function createSupport(
  db: Db,
  overrides: Pair & Partial<Prisma.SupportAssignmentUncheckedCreateInput>,
) {
  const data = { role: "primary" as const, fromOn: new Date("2026-01-01"), ...overrides };
  return db.supportAssignment.create({ data });
}
