import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { dayOfColumn } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client/client";
import { CLOCK_FACTS, type FactsRow, factsOfRow, readCalendars } from "./levels/queries";
import type { SupportCalendar } from "./levels/rules-clock";
import { serviceLevelOf } from "./levels/rules-view";
import { canReadWords } from "./policy";
import type { SupportRequestView } from "./schema";

type Party = { userId: string; user: { name: string } };

/** A request with its executive and whoever has it, as REQUESTS reads it. */
export type RequestRow = Omit<
  SupportRequestView,
  | "executiveName"
  | "assigneeName"
  | "dueOn"
  | "dueAt"
  | "createdAt"
  | "updatedAt"
  | "serviceLevel"
  | "waiting"
  | "why"
> &
  Omit<FactsRow, "status"> & {
    createdById: string;
    mergedFrom: SupportRequestView["status"] | null;
    dueOn: Date | null;
    dueAt: Date | null;
    createdAt: Date;
    updatedAt: Date;
    executive: Party & { poolId: string };
    assignee: Party | null;
  };

/** Requests with what is shown of them; whoever reads adds which. */
export const REQUESTS = Prisma.sql`
  SELECT r.id, r.executive_id AS "executiveId", r.assignee_id AS "assigneeId", r.home_assistant_id AS "homeAssistantId",
    r.held_because::text AS "heldBecause", r.duty_id AS "dutyId", r.type_id AS "typeId", r.fields, r.confidential,
    r.summary, r.details, r.via::text, r.merged_into_id AS "mergedIntoId", r.merged_from::text AS "mergedFrom", r.created_by_id AS "createdById", ${CLOCK_FACTS},
    CASE WHEN r.created_by_id <> e.user_id THEN cu.name END AS "filedByName", hu.name AS "homeAssistantName",
    r.priority::text, r.due_on AS "dueOn", r.due_at AS "dueAt", r.status::text,
    r.created_at AS "createdAt", r.updated_at AS "updatedAt", r.version,
    json_build_object('poolId', e.pool_id, 'userId', e.user_id, 'user', json_build_object('name', eu.name)) AS executive,
    CASE WHEN s.id IS NOT NULL
      THEN json_build_object('userId', s.user_id, 'user', json_build_object('name', su.name)) END AS assignee
  FROM support_requests r JOIN executives e ON e.id = r.executive_id JOIN users eu ON eu.id = e.user_id
  LEFT JOIN assistants s ON s.id = r.assignee_id LEFT JOIN users su ON su.id = s.user_id
  JOIN users cu ON cu.id = r.created_by_id
  LEFT JOIN assistants h ON h.id = r.home_assistant_id LEFT JOIN users hu ON hu.id = h.user_id`;

/** Rows as they are shown, with where their promises stand now. */
export async function requestViews(ctx: Ctx, rows: readonly RequestRow[]): Promise<SupportRequestView[]> {
  const promised = rows.filter(({ answer, resolve }) => answer !== null || resolve !== null);
  const calendars = await readCalendars(
    ctx,
    promised.map(({ executiveId }) => executiveId),
  );
  return rows.map((row) => requestView(readableBy(ctx.actor, row), calendars.get(row.executiveId), ctx.now));
}

/** A row with its words only where the reader may have them: of a confidential one others see type, clock and holder. */
function readableBy(actor: Person, row: RequestRow): RequestRow {
  return canReadWords(actor, row) ? row : { ...row, summary: "", details: "", fields: {}, filedByName: null };
}

function requestView(
  { executive, assignee, ...read }: RequestRow,
  calendar: SupportCalendar | undefined,
  now: Date,
): SupportRequestView {
  const {
    answer: _,
    resolve: __,
    firstWordAt: ___,
    resolvedAt: ____,
    createdById: _____,
    mergedFrom: ______,
    pauses,
    ...row
  } = read;
  return {
    ...row,
    serviceLevel: serviceLevelOf(calendar, factsOfRow(read), now),
    why: [read.heldBecause ?? "unassigned"],
    waiting: read.status === "waiting" ? waitingOf(pauses) : null,
    executiveName: executive.user.name,
    assigneeName: assignee?.user.name ?? null,
    dueOn: row.dueOn && dayOfColumn(row.dueOn),
    dueAt: row.dueAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function waitingOf(pauses: FactsRow["pauses"]): SupportRequestView["waiting"] {
  const open = pauses.find(({ to }) => to === null);
  if (!open || open.reason === "done") return null;
  const until = open.until === null ? null : new Date(open.until).toISOString();
  return { for: open.reason, since: new Date(open.from).toISOString(), until };
}
