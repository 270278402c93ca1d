import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import { ok, type Result, refuse } from "@/lib/result";
import { addDays, type Day, dayToDate, weekdayOf } from "@/lib/time/day";
import { dayIn, instantIn } from "@/lib/time/zone";
import { requestAudit } from "./audit";
import { addRequestFiles } from "./files/service";
import { chooseHolder } from "./holders/service";
import { readCalendars } from "./levels/queries";
import { nextRunningAt } from "./levels/rules-clock";
import type { ServiceLevelView } from "./levels/schema-clock";
import { promise } from "./levels/service-clocks";
import { listServedExecutiveIds, requireSupportRequest } from "./queries";
import { tellOfUrgent } from "./queue/service";
import type { RequestVia } from "./rules-choices";
import type { FileFromPageInput, FileSupportRequestInput, HeldBecause } from "./schema";
import { notifyAssignee, notifyManagers } from "./service-moves";
import { listRequestTypes } from "./types/queries";
import { refusalOfFields } from "./types/rules";

/** What whoever filed a request is told: who has it and until when they are there, and what is promised from when. */
export type FiledRequest = {
  id: string;
  status: "new" | "assigned";
  assignee: { assistantId: string; name: string; because: HeldBecause; until: string | null } | null;
  serviceLevel: ServiceLevelView;
  /** When the clock begins, where that is not now. */
  startsAt: string | null;
};

export type FilingRefusal =
  | "files_too_many"
  | "unknown_duty"
  | "due_before_today"
  | "unknown_request_type"
  | "field_unknown"
  | "field_invalid";

type For = { id: string; poolId: string; name: string; timeZone: string };

/**
 * Files a request, for oneself or for an executive one serves or manages, with the assistant who supports or covers the
 * executive at this moment with the duty it is about; with nobody there, the pool's managers are told at once.
 */
export async function fileSupportRequest(
  ctx: Ctx<Person>,
  input: FileSupportRequestInput,
  via: RequestVia = "app",
): Promise<Result<FiledRequest, FilingRefusal>> {
  const executive = await requireRequester(ctx, input.executiveId);
  const asked = await askedOf(ctx, executive.id, input);
  if (!asked.ok) return asked;
  const due = dueOf(executive.timeZone, ctx.now, input);
  if (!due.ok) return due;
  return inTransaction(ctx, async (tx) => {
    const { dutyId } = asked.value;
    const holder = await chooseHolder(tx, executive.id, dutyId);
    const { id } = await createRow(tx, executive, { ...input, dutyId }, { ...holder, ...due.value, via });
    const added = await addRequestFiles(tx, id, input.fileIds);
    if (!added.ok) return added;
    await promise(tx, id);
    const told = { id, summary: input.summary, confidential: input.confidential };
    if (holder.userId) await notifyAssignee(tx, holder.userId, told);
    else await notifyManagers(tx, executive.poolId, { ...told, executive: executive.name });
    if (input.priority === "urgent") await tellOfUrgent(tx, { id, holderId: holder.holderId });
    return ok(await receiptOf(tx, executive.id, id, holder));
  });
}

/** The same from a page, which names a day by what it is to the executive: today, tomorrow, this week, or one that is picked. */
export async function fileFromPage(
  ctx: Ctx<Person>,
  { when, dueTime, dueOn, ...input }: FileFromPageInput,
  via: RequestVia = "app",
): Promise<Result<FiledRequest, FilingRefusal>> {
  const { timeZone } = await requireRequester(ctx, input.executiveId);
  const today = dayIn(timeZone, ctx.now);
  const days = { today, tomorrow: addDays(today, 1), week: endOfWeek(today), pick: dueOn };
  const on = when ? days[when] : null;
  const [hours = 0, minutes = 0] = (dueTime ?? "").split(":").map(Number);
  const dueAt =
    on && when === "pick" && dueTime ? instantIn(timeZone, on, 60 * hours + minutes).toISOString() : null;
  return fileSupportRequest(ctx, { ...input, dueOn: dueAt ? null : on, dueAt }, via);
}

/** The Friday of the week; at weekends the next one. */
function endOfWeek(today: Day): Day {
  return addDays(today, (5 - weekdayOf(today) + 7) % 7);
}

/** The executive a request is for: oneself, or one whom the actor serves today or whose pool they manage. */
export async function requireRequester(ctx: Ctx<Person>, executiveId: string | undefined): Promise<For> {
  const id = executiveId ?? ctx.actor.executive?.id;
  const row = id
    ? await ctx.db.executive.findUnique({
        where: { id },
        select: {
          id: true,
          poolId: true,
          user: { select: { name: true } },
          pool: { select: { timeZone: true } },
        },
      })
    : null;
  if (!row) throw new NotFoundError("executive");
  const mayFile =
    row.id === ctx.actor.executive?.id ||
    canManagePool(ctx.actor, row.poolId) ||
    (await listServedExecutiveIds(ctx)).includes(row.id);
  if (!mayFile) throw new NotFoundError("executive");
  return { id: row.id, poolId: row.poolId, name: row.user.name, timeZone: row.pool.timeZone };
}

/** The duty a request is about: the one that was named, else that of its type where the executive asks for it. */
async function askedOf(
  ctx: Ctx,
  executiveId: string,
  { dutyId, typeId, fields }: FileSupportRequestInput,
): Promise<Result<{ dutyId: string | null }, FilingRefusal>> {
  if (dutyId && (await firstUnknownDuty(ctx, [dutyId])))
    return refuse("unknown_duty", { path: "dutyId", details: { duty: dutyId } });
  const type = typeId ? (await listRequestTypes(ctx)).find(({ id }) => id === typeId) : null;
  if (type === undefined) return refuse("unknown_request_type", { path: "typeId" });
  const refusal = refusalOfFields(type, fields);
  if (refusal) return refusal;
  if (dutyId || !type?.dutyId) return ok({ dutyId });
  const isAsked = await ctx.db.dutyRequirement.count({ where: { executiveId, dutyId: type.dutyId } });
  return ok({ dutyId: isAsked > 0 ? type.dutyId : null });
}

type Due = { on: Day | null; at: Date | null };

/** The day and the minute a request is needed by; neither lies in the past. */
function dueOf(
  timeZone: string,
  now: Date,
  { dueOn, dueAt }: Pick<FileSupportRequestInput, "dueOn" | "dueAt">,
): Result<Due, "due_before_today"> {
  const at = dueAt ? new Date(dueAt) : null;
  if (at && at < now) return refuse("due_before_today", { path: "dueAt" });
  const on = at ? dayIn(timeZone, at) : dueOn;
  if (on && on < dayIn(timeZone, now)) return refuse("due_before_today", { path: "dueOn" });
  return ok({ on, at });
}

type Held = Awaited<ReturnType<typeof chooseHolder>>;

async function createRow(
  tx: Ctx,
  executive: For,
  input: FileSupportRequestInput,
  { holderId, homeId, because, on, at, via }: Held & Due & { via: RequestVia },
): Promise<{ id: string }> {
  const { dutyId, typeId, summary, details, priority, confidential } = input;
  const row = await tx.db.supportRequest.create({
    data: {
      executiveId: executive.id,
      homeAssistantId: homeId,
      assigneeId: holderId,
      heldBecause: because,
      dutyId,
      typeId,
      fields: Object.fromEntries(Object.entries(input.fields).filter(([, answer]) => answer !== "")),
      confidential,
      summary,
      details,
      priority,
      dueOn: on && dayToDate(on),
      dueAt: at,
      status: holderId ? "assigned" : "new",
      via,
      createdById: tx.actor.userId,
      createdAt: tx.now,
      updatedAt: tx.now,
    },
    select: { id: true },
  });
  const facts = { executiveId: executive.id, assigneeId: holderId, dutyId, priority, dueOn: on };
  await audit(tx, requestAudit("support_request.filed", row.id, facts));
  return row;
}

async function receiptOf(tx: Ctx, executiveId: string, id: string, holder: Held): Promise<FiledRequest> {
  const { serviceLevel } = await requireSupportRequest(tx, id);
  const calendar = (await readCalendars(tx, [executiveId])).get(executiveId);
  const starts = calendar && nextRunningAt(calendar, tx.now);
  const { holderId, because, name, until } = holder;
  return {
    id,
    status: holderId ? "assigned" : "new",
    assignee: holderId && because ? { assistantId: holderId, name: name ?? "", because, until } : null,
    serviceLevel,
    startsAt: starts && starts > tx.now ? starts.toISOString() : null,
  };
}
