import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { DayFact, IdFact, KeyFact, publicText, RANGE_FACTS } from "@/lib/facts";

const ABSENCE = forAdministrators("absence", {
  assistantId: IdFact,
  ...RANGE_FACTS,
  startMinute: z.number().int().nullish(),
  endMinute: z.number().int().nullish(),
  status: z
    .string()
    .regex(/^[a-z_]+$/)
    .optional(),
  releasedCoverIds: z.array(IdFact).optional(),
  deputyForId: IdFact.optional(),
  pieces: z.number().int().optional(),
});

const GAP = z.strictObject({ executiveId: IdFact, on: DayFact, part: z.enum(["am", "pm"]) });

const IN_POOL = { poolId: IdFact };

const GROUP = forAdministrators("apart_group", {
  ...IN_POOL,
  mostAway: z.number().int(),
  assistantIds: z.array(IdFact),
});

const DEPUTY = { managerId: IdFact, deputyId: IdFact };

/** What the audit log tells of absences, balances, deciders and the rules of leave: never notes, comments or reasons. */
export const absenceAudit = declareAudit({
  "absence.requested": ABSENCE,
  "absence.recorded": ABSENCE,
  "absence.reported": ABSENCE,
  "absence.approved_automatically": ABSENCE,
  "absence.provisionally_approved": ABSENCE,
  "absence.approved": ABSENCE,
  "absence.declined": ABSENCE,
  "absence.withdrawn": ABSENCE,
  "absence.moved": ABSENCE,
  "absence.cancellation_asked": ABSENCE,
  "absence.cancellation_refused": ABSENCE,
  "absence.cancelled": ABSENCE,
  "absence.shortened": ABSENCE,
  "absence.prolonged": ABSENCE,
  "absence.interrupted": ABSENCE,
  "absence.resumed": ABSENCE,
  "absence.cancelled_on_leaving": ABSENCE,
  // Rows of earlier versions keep their words.
  "absence.ended_early": ABSENCE,
  "absence.given_back": ABSENCE,
  "absence.gaps_accepted": forAdministrators("absence", { gaps: z.array(GAP) }),
  "leave_entitlement.set": forAdministrators("pool", {
    type: KeyFact,
    amount: z.number().int(),
    accrual: KeyFact,
    carryOverMost: z.number().int(),
    carryOverUntil: KeyFact.nullable(),
    firstYear: z.number().int(),
  }),
  "leave_allowance.set": forAdministrators("assistant", {
    type: KeyFact,
    year: z.number().int(),
    amount: z.number().int().nullable(),
    carriedOver: z.number().int().nullable(),
  }),
  "leave_adjustment.made": forAdministrators("assistant", {
    type: KeyFact,
    on: DayFact,
    amount: z.number().int(),
  }),
  "leave_policy.set": forAdministrators("pool", {
    approvalStages: z.number().int(),
    secondDeciderId: IdFact.nullable(),
    reportedDaysBack: z.number().int().optional(),
    reportedDaysAhead: z.number().int().optional(),
  }),
  "assistant_leave_policy.set": forAdministrators("assistant", {
    deciderId: IdFact.nullable(),
    isAutomatic: z.boolean(),
  }),
  "deputy.named": forAdministrators("manager_deputy", { ...DEPUTY, from: DayFact, to: DayFact }),
  "deputy.removed": forAdministrators("manager_deputy", DEPUTY),
  "apart_group.made": GROUP,
  "apart_group.changed": GROUP,
  "apart_group.removed": forAdministrators("apart_group", IN_POOL),
  "blackout.added": forAdministrators("blackout_period", {
    ...IN_POOL,
    kind: KeyFact,
    from: DayFact,
    to: DayFact,
  }),
  "blackout.removed": forAdministrators("blackout_period", IN_POOL),
  "leave_type.created": forAdministrators("leave_type"),
  "leave_type.changed": forAdministrators("leave_type", {
    nameEn: publicText("name of a leave type"),
    nameSv: publicText("name of a leave type"),
    isReported: z.boolean(),
    isAutomatic: z.boolean(),
    isPaid: z.boolean(),
    countsAgainstAllowance: z.boolean(),
    canGoNegative: z.boolean(),
    interruptsLeave: z.boolean(),
    isRetired: z.boolean(),
    unit: KeyFact,
    yearlyLimit: z.number().int().nullable(),
    noticeDays: z.number().int(),
  }),
  "leave_type.removed": forAdministrators("leave_type"),
});
