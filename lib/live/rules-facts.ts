import { type Day, isDay } from "@/lib/time/day";
import { type LiveReach, liveKindOf, reachOf } from "./rules-kinds";
import type { LiveKind } from "./schema";

/** What is read of a row of the audit log; its data only as far as it names people, a pool, a handover and days. */
export type ToldRow = {
  seq: number;
  actorId: string | null;
  action: string;
  entityType: string;
  entityId: string;
  executiveId: string | null;
  assistantId: string | null;
  poolId: string | null;
  handoverId: string | null;
  from: string | null;
  to: string | null;
};

/** Whom a record concerns, as it stands now. */
export type RecordRow = {
  recordId: string;
  executiveId: string | null;
  assistantId: string | null;
  poolId: string | null;
  from: string | null;
  to: string | null;
};

/** Somebody who did it, with the pools they lead and the one they belong to. */
export type Doer = {
  userId: string;
  name: string;
  ledPoolIds: string[];
  poolIds: string[];
  assistantId: string | null;
  executiveId: string | null;
};

/** An executive or assistant with their pool, and who works with them: by support or cover, now or soon. */
export type Concerned = { id: string; poolId: string; withIds: string[] };

/** What the rows of a batch refer to. */
export type Referred = {
  records: ReadonlyMap<string, readonly RecordRow[]>;
  executives: ReadonlyMap<string, Concerned>;
  assistants: ReadonlyMap<string, Concerned>;
  doers: ReadonlyMap<string, Doer>;
};

/** One change of one thing, with all that decides who may hear of it. */
export type LiveFact = {
  seq: number;
  kind: LiveKind;
  reach: LiveReach;
  doer: Doer | null;
  executive: Concerned | null;
  assistant: Concerned | null;
  poolIds: string[];
  recordId: string | null;
  from: Day | null;
  to: Day | null;
};

/** The record that a row is about: a part of a handover is about the handover. */
export function recordIdOf(row: ToldRow): string {
  return row.handoverId ?? row.entityId;
}

/** Whom the rows name before their records are looked up. */
export function idsNamed(rows: readonly (ToldRow | RecordRow)[]): {
  executives: string[];
  assistants: string[];
} {
  const ids = (key: "executiveId" | "assistantId", type: string) => [
    ...new Set(
      rows.flatMap((row) => row[key] ?? ("entityType" in row && row.entityType === type ? row.entityId : [])),
    ),
  ];
  return { executives: ids("executiveId", "executive"), assistants: ids("assistantId", "assistant") };
}

/** The facts of a row: one, or one for each cover of a change of the board; none for what no page is told. */
export function factsOf(row: ToldRow, known: Referred): LiveFact[] {
  const kind = liveKindOf(row.action);
  if (!kind) return [];
  const recordId = recordIdOf(row);
  const records = known.records.get(recordId) ?? [null];
  return records.map((record) => {
    const executive = known.executives.get(idOf(row, record, "executive") ?? "") ?? null;
    const assistant = known.assistants.get(idOf(row, record, "assistant") ?? "") ?? null;
    const named = [row.poolId, record?.poolId, row.entityType === "pool" ? row.entityId : null];
    return {
      seq: row.seq,
      kind,
      reach: reachOf(row.action, kind),
      doer: known.doers.get(row.actorId ?? "") ?? null,
      executive,
      assistant,
      poolIds: [...new Set([...named, executive?.poolId, assistant?.poolId].filter((id) => id != null))],
      recordId: record ? recordId : null,
      from: dayOf(record?.from ?? row.from),
      to: dayOf(record?.to ?? row.to),
    };
  });
}

function idOf(row: ToldRow, record: RecordRow | null, type: "executive" | "assistant"): string | null {
  const key = `${type}Id` as const;
  return row[key] ?? record?.[key] ?? (row.entityType === type ? row.entityId : null);
}

/** In some rows "from" and "to" are statuses. */
function dayOf(text: string | null): Day | null {
  return text !== null && isDay(text) ? text : null;
}
