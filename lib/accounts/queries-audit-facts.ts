import "server-only";
import { z } from "zod";
import type { Administrator } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db";
import { dayOfColumn } from "@/lib/time/day";
import { type RangeColumns, rangeOfColumns, STRETCH_COLUMNS } from "@/lib/time/stretch-columns";
import {
  type AuditFacts,
  type AuditNameKind,
  auditRange,
  isNamedFact,
  NAMED_ENTITIES,
  NAMED_FACTS,
  type RECORD_FACTS,
} from "./rules-audit-facts";
import type { AuditEventView } from "./schema-audit";

type Facts = Record<string, unknown>;
type Read<T> = (db: Db, ids: string[]) => Promise<T[]>;
type RecordRow = { id: string } & Facts;

const pair = { id: true, executiveId: true, assistantId: true } as const;

const RECORDS: Record<keyof typeof RECORD_FACTS, Read<RecordRow>> = {
  absence: async (db, ids) =>
    (
      await db.absence.findMany({
        where: { id: { in: ids } },
        select: { id: true, assistantId: true, ...STRETCH_COLUMNS },
      })
    ).map(withRange),
  coverage_assignment: async (db, ids) =>
    (
      await db.coverageAssignment.findMany({
        where: { id: { in: ids } },
        select: { ...pair, ...STRETCH_COLUMNS },
      })
    ).map(withRange),
  coverage_plan: async (db, ids) =>
    (
      await db.coveragePlan.findMany({
        where: { id: { in: ids } },
        select: { id: true, poolId: true, fromOn: true, toOn: true },
      })
    ).map(withDays),
  support_assignment: (db, ids) =>
    db.supportAssignment.findMany({ where: { id: { in: ids } }, select: pair }),
  support_request: (db, ids) =>
    db.supportRequest.findMany({
      where: { id: { in: ids } },
      select: { id: true, executiveId: true, assigneeId: true },
    }),
  handover: async (db, ids) =>
    (
      await db.handover.findMany({
        where: { id: { in: ids } },
        select: {
          id: true,
          executiveId: true,
          coverAssistantId: true,
          fromOn: true,
          fromPart: true,
          toOn: true,
          toPart: true,
        },
      })
    ).map(withDays),
};

const NAMES: Record<
  AuditNameKind,
  (db: Db, ids: string[], isSwedish: boolean) => Promise<[string, string][]>
> = {
  user: async (db, ids) =>
    (await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })).map(
      ({ id, name }) => [id, name],
    ),
  assistant: async (db, ids) =>
    (await db.assistant.findMany({ where: { id: { in: ids } }, select: byUser })).map(nameOfUser),
  executive: async (db, ids) =>
    (await db.executive.findMany({ where: { id: { in: ids } }, select: byUser })).map(nameOfUser),
  pool: async (db, ids) =>
    (await db.pool.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })).map(
      ({ id, name }) => [id, name],
    ),
  duty: async (db, ids, isSwedish) =>
    (await db.duty.findMany({ where: { id: { in: ids } } })).map((row) => [
      row.id,
      isSwedish ? row.nameSv : row.nameEn,
    ]),
  leave_type: async (db, ids, isSwedish) =>
    (await db.leaveType.findMany({ where: { id: { in: ids } } })).map((row) => [
      row.id,
      isSwedish ? row.nameSv : row.nameEn,
    ]),
};

const byUser = { id: true, user: { select: { name: true } } } as const;

function nameOfUser({ id, user }: { id: string; user: { name: string } }): [string, string] {
  return [id, user.name];
}

function withRange<T extends RangeColumns>({ startOn, startPart, endOn, endPart, ...row }: T) {
  return { ...row, ...rangeOfColumns({ startOn, startPart, endOn, endPart }) };
}

function withDays<T extends { fromOn: Date; toOn: Date }>({ fromOn, toOn, ...row }: T) {
  return { ...row, from: dayOfColumn(fromOn), to: dayOfColumn(toOn) };
}

/** What the sentences of a page of the audit log name, by the rows' numbers: in one statement for each kind of record, however many rows. */
export async function readAuditFacts(
  { db, actor }: Ctx<Administrator>,
  events: readonly AuditEventView[],
): Promise<Map<string, AuditFacts>> {
  const records = await readRecords(db, events);
  const known = new Map(events.map((event) => [event.seq, factsOf(event, records)]));
  const names = await readNames(db, [...known.values()], actor.locale === "sv");
  return new Map([...known].map(([seq, facts]) => [seq, namedFacts(facts, names)]));
}

async function readRecords(db: Db, events: readonly AuditEventView[]): Promise<Map<string, Facts>> {
  const read = await Promise.all(
    Object.entries(RECORDS).map(async ([kind, readRows]) => {
      const ids = events.flatMap((event) => [
        ...(event.entityType === kind ? [event.entityId] : []),
        ...(kind === "handover" ? [event.data.handoverId] : []),
      ]);
      const rows = await readAll(ids, (some) => readRows(db, some));
      return rows.map(({ id, ...facts }) => [`${kind} ${id}`, facts] as const);
    }),
  );
  return new Map(read.flat());
}

/** What a row says itself counts; its record, which may have changed since, says the rest. */
function factsOf({ entityType, entityId, data }: AuditEventView, records: Map<string, Facts>): Facts {
  const own = NAMED_ENTITIES[entityType];
  const facts: Facts = {
    ...(typeof data.handoverId === "string" && records.get(`handover ${data.handoverId}`)),
    ...records.get(`${entityType} ${entityId}`),
    ...(own && { [own]: entityId }),
  };
  const range = auditRange(data) ? data : auditRange(facts) ? pickRange(facts) : {};
  return { ...facts, ...withoutRange(data), ...pickRange(range) };
}

const RANGE = ["from", "fromPart", "to", "toPart", "window", "startMinute", "endMinute"];

function pickRange(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => RANGE.includes(key)));
}

function withoutRange(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => !RANGE.includes(key)));
}

async function readNames(db: Db, all: readonly Facts[], isSwedish: boolean): Promise<Map<string, string>> {
  const found = await Promise.all(
    (Object.keys(NAMES) as AuditNameKind[]).map(async (kind) => {
      const ids = all.flatMap((facts) =>
        Object.entries(facts).flatMap(([key, value]) =>
          isNamedFact(key) && NAMED_FACTS[key].kind === kind ? [value] : [],
        ),
      );
      const isKey = kind === "duty" || kind === "leave_type";
      const names = await readAll(ids, (some) => NAMES[kind](db, some, isSwedish), isKey);
      return names.map(([id, name]) => [`${kind} ${id}`, name] as const);
    }),
  );
  return new Map(found.flat());
}

async function readAll<T>(
  ids: readonly unknown[],
  read: (ids: string[]) => Promise<T[]>,
  isKey = false,
): Promise<T[]> {
  const isId = (id: unknown): id is string =>
    typeof id === "string" && (isKey || z.uuid().safeParse(id).success);
  const known = [...new Set(ids.filter(isId))];
  return known.length > 0 ? read(known) : [];
}

function namedFacts(facts: Facts, names: Map<string, string>): AuditFacts {
  const parts = Object.entries(facts).flatMap(([key, value]) => {
    if (!isNamedFact(key) || typeof value !== "string") return [];
    const { part, kind } = NAMED_FACTS[key];
    return [[part, names.get(`${kind} ${value}`) || null] as const];
  });
  return { names: Object.fromEntries(parts), range: auditRange(facts) };
}
