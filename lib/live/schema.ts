import { z } from "zod";
import type { Day } from "@/lib/time/day";
import { isIsoWeek } from "@/lib/time/iso-week";

/** What a change is about; "everything" where more happened than is told one by one. */
export const LIVE_KINDS = [
  "cover",
  "absence",
  "request",
  "handover",
  "support",
  "plan",
  "person",
  "leave",
  "pool",
  "schedule",
  "training",
  "everything",
] as const;

export type LiveKind = (typeof LIVE_KINDS)[number];

/** What one reader is told of a change: whom and what it concerns by id, and who did it where the reader may know them. */
export type LiveEvent = {
  /** The number of its last row in the audit log. */
  seq: number;
  kind: LiveKind;
  by: string | null;
  isOwn: boolean;
  poolIds: string[];
  executiveIds: string[];
  assistantIds: string[];
  /** Absences, requests, handovers, covers and plans. */
  recordIds: string[];
  from: Day | null;
  to: Day | null;
};

/** A manager who looks at a week of a pool's board, and whose row they have open there. */
export type Present = {
  userId: string;
  name: string;
  page: PresencePage;
  poolId: string;
  week: string;
  executiveId: string | null;
};

/** What an open page is told: a change, new or read notices, who else is here, or how far all is told. */
export type LiveMessage =
  | { type: "change"; event: LiveEvent }
  | { type: "notices" }
  | { type: "present"; present: Present[] }
  | { type: "beat"; head: number };

/** The pages on which managers see who else is there. */
export const PRESENCE_PAGES = ["coverage", "schedule"] as const;
export type PresencePage = (typeof PRESENCE_PAGES)[number];

/** Where a manager's tab is, said again every few seconds, or that it leaves. */
export const PresenceInput = z.strictObject({
  tab: z.string().regex(/^[a-z0-9]{6,40}$/),
  page: z.enum(PRESENCE_PAGES),
  poolId: z.uuid(),
  week: z.string().refine(isIsoWeek),
  executiveId: z.uuid().nullable(),
  isLeaving: z.boolean(),
});

export type PresenceInput = z.output<typeof PresenceInput>;
