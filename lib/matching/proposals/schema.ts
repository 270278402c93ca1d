import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { DayInput } from "@/lib/time/inputs";

export const MOST_CHANGES = 20;

/** Asks who could support whom in a pool from a day on, with at most so many changes; some executives keep their assistant. */
export const ProposeRebalanceInput = z.strictObject({
  poolId: z.uuid(),
  from: DayInput,
  mostChanges: z.coerce.number().int().min(0).max(MOST_CHANGES).default(10),
  fixedIds: z.array(z.uuid()).max(2_500).default([]),
});
export type ProposeRebalanceInput = z.infer<typeof ProposeRebalanceInput>;

/** Applies so many changes of a proposal, or those of them that are named. */
export const ApplyRebalanceInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  changes: z.coerce.number().int().min(0).max(MOST_CHANGES),
  executiveIds: z.array(z.uuid()).max(2_500).optional(),
});
export type ApplyRebalanceInput = z.infer<typeof ApplyRebalanceInput>;

export const RebalanceVersionInput = z.strictObject({ id: z.uuid(), version: ReadVersion });
export type RebalanceVersionInput = z.infer<typeof RebalanceVersionInput>;

export const ListRebalancesInput = z.strictObject({ poolId: z.uuid() });
export type ListRebalancesInput = z.infer<typeof ListRebalancesInput>;

const Move = z.strictObject({
  executiveId: z.uuid(),
  fromAssistantId: z.uuid().nullable(),
  toAssistantId: z.uuid().nullable(),
  before: z.number().int().nullable(),
  after: z.number().int().nullable(),
});

/** The best that so many changes can reach. */
const Point = z.strictObject({
  changes: z.number().int(),
  used: z.number().int(),
  overload: z.number().int().meta({ description: "Minutes a week above what assistants work." }),
  value: z.number().int().meta({ description: "The sum of tier × fit." }),
  bound: z.number().int().meta({ description: "What could be reached at most." }),
  isProven: z.boolean(),
  moves: z.array(Move),
});

/** A rebalance as it is stored: ids and numbers. */
export const StoredRebalance = z.strictObject({ curve: z.array(Point), unassigned: z.number().int() });
export type StoredRebalance = z.infer<typeof StoredRebalance>;

/** Support that applying began and ended. */
export const AppliedRebalance = z.strictObject({
  changes: z.number().int(),
  begun: z.array(z.strictObject({ id: z.uuid() })),
  ended: z.array(z.strictObject({ id: z.uuid(), to: DayText.nullable() })),
});
export type AppliedRebalance = z.infer<typeof AppliedRebalance>;

const STATUSES = ["proposed", "applied", "undone", "discarded"] as const;

export const RebalanceView = z.strictObject({
  id: z.uuid(),
  poolId: z.uuid(),
  from: DayText,
  mostChanges: z.number().int(),
  fixedIds: z.array(z.uuid()),
  status: z.enum(STATUSES),
  curve: z.array(Point),
  unassigned: z.number().int(),
  /** Names of the executives and assistants that the curve speaks of, by id. */
  names: z.record(z.string(), z.string()),
  appliedChanges: z.number().int().nullable(),
  createdAt: z.iso.datetime(),
  version: z.number().int(),
});
export type RebalanceView = z.infer<typeof RebalanceView>;
