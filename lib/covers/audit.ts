import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { HoursFact, IdFact, KeyFact, RANGE_FACTS } from "@/lib/facts";

const COVER = forAdministrators("coverage_assignment");

const EXTENT = forAdministrators("coverage_assignment", {
  executiveId: IdFact,
  assistantId: IdFact,
  ...RANGE_FACTS,
  window: HoursFact.optional(),
  dutyIds: z.array(KeyFact).optional(),
});

/** What the audit log tells of covers and of changes of the board. */
export const coverAudit = declareAudit({
  "cover.assigned": EXTENT,
  "cover.offered": EXTENT,
  "cover.accepted": EXTENT,
  "cover.declined": EXTENT,
  "cover.expired": EXTENT,
  "cover.released": EXTENT,
  "cover.confirmed": forAdministrators("coverage_assignment", {
    executiveId: IdFact.optional(),
    assistantId: IdFact.optional(),
    ...z.object(RANGE_FACTS).partial().shape,
    planId: IdFact.nullish(),
  }),
  "cover.pinned": COVER,
  "cover.unpinned": COVER,
  "cover.reminded": COVER,
  "cover.active": COVER,
  "cover.completed": COVER,
  "gap.accepted": forAdministrators("executive", RANGE_FACTS),
  "gap.reopened": forAdministrators("executive", RANGE_FACTS),
  "board_change.undone": forAdministrators("coverage_change"),
});
