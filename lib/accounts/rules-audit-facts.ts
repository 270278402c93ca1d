import type { DayPart } from "@/lib/time/half-day";

/** Whom or what an id of the audit log stands for. */
export type AuditNameKind = "user" | "assistant" | "executive" | "pool" | "duty" | "leave_type";

/** The facts of a row that sentences name, by their key: as which part of the sentence, and what kind of record the id is of. */
export const NAMED_FACTS = {
  userId: { part: "person", kind: "user" },
  executiveId: { part: "executive", kind: "executive" },
  assistantId: { part: "assistant", kind: "assistant" },
  coverAssistantId: { part: "assistant", kind: "assistant" },
  assigneeId: { part: "assignee", kind: "assistant" },
  poolId: { part: "pool", kind: "pool" },
  managerId: { part: "manager", kind: "user" },
  deputyId: { part: "deputy", kind: "user" },
  dutyId: { part: "duty", kind: "duty" },
  leaveTypeId: { part: "leaveType", kind: "leave_type" },
} as const satisfies Record<string, { part: string; kind: AuditNameKind }>;

export type NamedFact = keyof typeof NAMED_FACTS;
export type AuditPart = (typeof NAMED_FACTS)[NamedFact]["part"];

/** The kinds of record that a sentence names themselves, and as what. */
export const NAMED_ENTITIES: Record<string, NamedFact> = {
  user: "userId",
  assistant: "assistantId",
  executive: "executiveId",
  pool: "poolId",
  duty: "dutyId",
  leave_type: "leaveTypeId",
};

/** What is read of a record whose rows do not say it all, by its kind. */
export const RECORD_FACTS = {
  absence: ["assistantId", "from", "to"],
  coverage_assignment: ["executiveId", "assistantId", "from", "to"],
  coverage_plan: ["poolId", "from", "to"],
  support_assignment: ["executiveId", "assistantId"],
  support_request: ["executiveId", "assigneeId"],
  handover: ["executiveId", "coverAssistantId", "from", "to"],
} as const satisfies Record<string, readonly RecordFact[]>;

type RecordFact = NamedFact | "from" | "to";

export type AuditRange = {
  from: string;
  fromPart: DayPart;
  to: string;
  toPart: DayPart;
  startMinute?: number | null;
  endMinute?: number | null;
};

/** What a row's sentence names: null where the record is gone, left out where the row is about no such thing. */
export type AuditFacts = {
  names: Partial<Record<AuditPart, string | null>>;
  range: AuditRange | null;
};

/** The parts that the sentence of an action can name: of its facts, its record, and the handover it is about. */
export function partsOf(entityType: string, factKeys: readonly string[]): Set<AuditPart | "when"> {
  const ofRecord: Record<string, readonly RecordFact[]> = RECORD_FACTS;
  const keys = [
    ...factKeys,
    ...(ofRecord[entityType] ?? []),
    ...(factKeys.includes("handoverId") ? RECORD_FACTS.handover : []),
    ...(NAMED_ENTITIES[entityType] ? [NAMED_ENTITIES[entityType]] : []),
  ];
  const parts = keys.flatMap((key): (AuditPart | "when")[] => {
    if (key === "from") return ["when"];
    return isNamedFact(key) ? [NAMED_FACTS[key].part] : [];
  });
  return new Set(parts);
}

export function isNamedFact(key: string): key is NamedFact {
  return key in NAMED_FACTS;
}

/** The stretch that facts tell of, whole days where they name no half; null where they tell of none. */
export function auditRange(facts: Record<string, unknown>): AuditRange | null {
  const { from, to, fromPart, toPart, window, startMinute, endMinute } = facts;
  if (typeof from !== "string" || typeof to !== "string" || !isDayText(from) || !isDayText(to)) return null;
  const hours = (window ?? { startMinute, endMinute }) as Pick<AuditRange, "startMinute" | "endMinute">;
  return {
    from,
    to,
    fromPart: fromPart === "pm" ? "pm" : "am",
    toPart: toPart === "am" ? "am" : "pm",
    startMinute: hours.startMinute ?? null,
    endMinute: hours.endMinute ?? null,
  };
}

// The states of a request or a handover are "from" and "to" as well.
function isDayText(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
