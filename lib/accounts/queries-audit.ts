import "server-only";
import { z } from "zod";
import type { Administrator } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { addDays } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client/client";
import { WRITTEN_HASH } from "./queries-audit-chain";
import { isNamed } from "./queries-names";
import type { AuditEventView, ListAuditInput } from "./schema-audit";

type EventRow = Omit<AuditEventView, "seq" | "actor" | "subject"> & {
  seq: bigint;
  actorId: string | null;
  actorName: string | null;
};

const HASH_BEFORE = Prisma.sql`coalesce(
  (SELECT p.hash FROM audit_events p WHERE p.seq < e.seq ORDER BY p.seq DESC LIMIT 1), '')`;

/** Which actions an administrator may read, and in whose days the log is asked for. */
export type AuditReader = { actions: readonly string[]; timeZone: string };

/** A page of what an administrator may read of the audit log, newest first. Each row's place in the chain is computed anew. */
export async function listAuditEvents(
  ctx: Ctx<Administrator>,
  filter: ListAuditInput,
  reader: AuditReader,
): Promise<{ items: AuditEventView[]; nextCursor: string | null }> {
  const { limit } = filter;
  const rows = await ctx.db.$queryRaw<EventRow[]>`
    SELECT e.seq, e.at, e.actor_id AS "actorId", u.name AS "actorName", e.action, e.entity_type AS "entityType",
      e.entity_id AS "entityId", e.data, e.hash = ${WRITTEN_HASH} AND e.prev_hash = ${HASH_BEFORE} AS "isIntact"
    FROM audit_events e LEFT JOIN users u ON u.id = e.actor_id
    WHERE ${Prisma.join(conditionsOf(filter, reader), " AND ")}
    ORDER BY e.seq DESC
    LIMIT ${limit + 1}`;
  const shown = rows.slice(0, limit);
  const subjects = await namesOf(ctx, shown);
  return {
    items: shown.map((row) => eventView(row, subjects)),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.seq) : null,
  };
}

function conditionsOf(
  { what, who, from, to, cursor }: ListAuditInput,
  { actions, timeZone }: AuditReader,
): Prisma.Sql[] {
  const startOf = (on: string) => Prisma.sql`(${on}::date::timestamp AT TIME ZONE ${timeZone})`;
  return [
    Prisma.sql`e.action = ANY(${actions})`,
    ...(what?.includes(".") ? [Prisma.sql`e.action = ${what}`] : []),
    ...(what && !what.includes(".") ? [Prisma.sql`e.entity_type = ${what}`] : []),
    ...(who ? [isNamed(who)] : []),
    ...(from ? [Prisma.sql`e.at >= ${startOf(from)}`] : []),
    ...(to ? [Prisma.sql`e.at < ${startOf(addDays(to, 1))}`] : []),
    ...(cursor ? [Prisma.sql`e.seq < ${cursor}::bigint`] : []),
  ];
}

function eventView({ seq, actorId, actorName, ...row }: EventRow, subjects: Names): AuditEventView {
  return {
    ...row,
    seq: String(seq),
    actor: actorId === null ? null : { userId: actorId, name: actorName ?? actorId },
    subject: subjects.get(`${row.entityType} ${row.entityId}`) ?? null,
  };
}

type Names = Map<string, string>;
type Named = { id: string; name: string };

const byUser = { id: true, user: { select: { name: true } } } as const;
const byExecutive = { id: true, executive: { select: { user: { select: { name: true } } } } } as const;
const byAssistant = { id: true, assistant: { select: { user: { select: { name: true } } } } } as const;

type ReadNames = (ctx: Ctx, where: { id: { in: string[] } }) => Promise<Named[]>;

const NAMES: Record<string, ReadNames> = {
  user: ({ db }, where) => db.user.findMany({ where, select: { id: true, name: true } }),
  pool: ({ db }, where) => db.pool.findMany({ where, select: { id: true, name: true } }),
  assistant: async ({ db }, where) =>
    (await db.assistant.findMany({ where, select: byUser })).map(({ id, user }) => ({ id, name: user.name })),
  executive: async ({ db }, where) =>
    (await db.executive.findMany({ where, select: byUser })).map(({ id, user }) => ({ id, name: user.name })),
  absence: async ({ db }, where) =>
    (await db.absence.findMany({ where, select: byAssistant })).map(ofAssistant),
  support_assignment: async ({ db }, where) =>
    (await db.supportAssignment.findMany({ where, select: byExecutive })).map(ofExecutive),
  coverage_assignment: async ({ db }, where) =>
    (await db.coverageAssignment.findMany({ where, select: byExecutive })).map(ofExecutive),
  support_request: async ({ db }, where) =>
    (await db.supportRequest.findMany({ where, select: byExecutive })).map(ofExecutive),
};

function ofAssistant({ id, assistant }: { id: string; assistant: { user: { name: string } } }): Named {
  return { id, name: assistant.user.name };
}

function ofExecutive({ id, executive }: { id: string; executive: { user: { name: string } } }): Named {
  return { id, name: executive.user.name };
}

async function namesOf(ctx: Ctx, rows: readonly EventRow[]): Promise<Names> {
  const found = await Promise.all(
    Object.entries(NAMES).map(async ([kind, readNames]) => {
      const ids = rows.filter((row) => row.entityType === kind).map((row) => row.entityId);
      const uuids = [...new Set(ids)].filter((id) => z.uuid().safeParse(id).success);
      const names = uuids.length > 0 ? await readNames(ctx, { id: { in: uuids } }) : [];
      return names.map(({ id, name }) => [`${kind} ${id}`, name] as const);
    }),
  );
  return new Map(found.flat());
}
