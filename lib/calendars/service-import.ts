import "server-only";
import { addSteps, type StepAction } from "@/lib/absences/requests/queries-history";
import { type AbsenceStatus, startingStatus } from "@/lib/absences/requests/rules";
import { releaseCoversFor, releaseCoversWithin } from "@/lib/absences/requests/service-covers";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { sqlStateOf } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { dayOfColumn } from "@/lib/time/day";
import { columnsOfStretch, stretchOfColumns } from "@/lib/time/stretch-columns";
import { dayIn } from "@/lib/time/zone";
import { TIME_LIMITS } from "@/lib/time-limits";
import { type FileEvent, readIcs } from "./queries-ics-read";
import {
  type BookedAbsence,
  type EventPlan,
  faultOf,
  type ImportPerson,
  type ImportPlan,
  type Occurrence,
  planImport,
} from "./rules-import";
import { type CalendarReport, type EventFault, type ImportCalendarInput, MOST_EVENTS_SHOWN } from "./schema";

type Refusal = "unknown_leave_type" | "import_outdated";
type Person = ImportPerson & { email: string; zone: string };

const LIVE = new Set(["requested", "provisionally_approved", "approved", "cancellation_requested"]);
const APPROVED = new Set<AbsenceStatus>(["approved", "cancellation_requested"]);
const CONSTRAINT_STATES = new Set(["23505", "23P01", "23503", "23514"]);

class MeanwhileChanged extends Error {}

/**
 * Makes absences of a calendar file, all of it or, when anything in it is at fault, nothing; a dry run only tells.
 * An event is known by its UID and person: the same file again changes nothing, an event that moved moves its absence,
 * and a cancelled one cancels it.
 */
export async function importCalendar(
  ctx: Ctx<Manager>,
  input: ImportCalendarInput,
): Promise<Result<CalendarReport, Refusal>> {
  const type = await ctx.db.leaveType.findUnique({
    where: { id: input.type },
    select: { isReported: true },
  });
  if (!type) return refuse("unknown_leave_type", { path: "type" });
  const status = startingStatus(type, input.status);
  const file = readIcs(input.content, dayIn("UTC", ctx.now));
  try {
    return await inTransaction(
      ctx,
      async (tx) => {
        const people = await listPeople(tx, file.events, input.assistantEmail);
        const { occurrences, faults } = occurrencesOf(file.events, people, input.assistantEmail);
        const known = await listKnown(tx, [...new Set(occurrences.map((one) => one.assistantId))]);
        const isDecision = status === "approved" && !type.isReported;
        const byId = new Map([...people.values()].map((person) => [person.id, person]));
        const plan = planImport(occurrences, { people: byId, known, isDecision });
        const all = [...file.faults, ...faults, ...plan.faults];
        const applied = !input.dryRun && all.length === 0;
        if (applied) await write(tx, plan.plans, { ...input, status });
        return ok(reportOf(file.count, plan, all, byId, applied));
      },
      TIME_LIMITS.batch,
    );
  } catch (error) {
    if (error instanceof MeanwhileChanged || CONSTRAINT_STATES.has(sqlStateOf(error) ?? ""))
      return refuse("import_outdated");
    throw error;
  }
}

async function listPeople(
  tx: Ctx<Manager>,
  events: readonly FileEvent[],
  chosen: string | undefined,
): Promise<Map<string, Person>> {
  const emails = chosen ? [chosen] : [...new Set(events.flatMap((event) => event.emails))];
  const rows = await tx.db.assistant.findMany({
    where: { poolId: { in: [...tx.actor.managedPoolIds] }, user: { email: { in: emails } } },
    select: {
      id: true,
      leavesOn: true,
      user: { select: { email: true, name: true } },
      pool: { select: { timeZone: true } },
    },
  });
  return new Map(
    rows.map(({ id, leavesOn, user, pool }) => [
      user.email,
      {
        id,
        ...user,
        leavesOn: leavesOn && dayOfColumn(leavesOn),
        isSelf: tx.actor.assistant?.id === id,
        zone: pool.timeZone,
      },
    ]),
  );
}

function occurrencesOf(
  events: readonly FileEvent[],
  people: ReadonlyMap<string, Person>,
  chosen: string | undefined,
): { occurrences: Occurrence[]; faults: EventFault[] } {
  const faults: EventFault[] = [];
  const occurrences = events.flatMap((event) => {
    const emails = chosen ? [chosen] : event.emails;
    const named = emails.flatMap((email) => people.get(email) ?? []);
    if (named.length === 0) {
      const [email] = emails;
      faults.push(email ? faultOf(event, "unknown_assistant", { email }) : faultOf(event, "nobody_named"));
    }
    return named.flatMap((person) =>
      event.occurrences.map(({ uid, stretchIn }): Occurrence => {
        const { event: place, summary, sequence, isCancelled } = event;
        const stretch = stretchIn(person.zone);
        return { event: place, summary, uid, sequence, isCancelled, assistantId: person.id, stretch };
      }),
    );
  });
  return { occurrences, faults };
}

async function listKnown(tx: Ctx<Manager>, assistantIds: string[]): Promise<BookedAbsence[]> {
  const rows = await tx.db.absence.findMany({
    where: {
      assistantId: { in: assistantIds },
      OR: [{ status: { in: [...LIVE] as never[] } }, { imported: { isNot: null } }],
    },
    select: {
      id: true,
      version: true,
      assistantId: true,
      status: true,
      startOn: true,
      startPart: true,
      endOn: true,
      endPart: true,
      startMinute: true,
      endMinute: true,
      imported: { select: { uid: true, sequence: true } },
    },
  });
  return rows.map(({ id, version, assistantId, status, imported, ...row }) => ({
    id,
    version,
    assistantId,
    isLive: LIVE.has(status),
    status,
    stretch: stretchOfColumns(row),
    imported,
  }));
}

type Wanted = { type: string; status: "requested" | "approved" };

async function write(tx: Ctx<Manager>, plans: readonly EventPlan[], wanted: Wanted): Promise<void> {
  const order = { cancel: 0, update: 1, create: 2 };
  for (const plan of [...plans].sort((a, b) => order[a.kind] - order[b.kind])) {
    if (plan.kind === "create") await create(tx, plan.of, wanted);
    else await change(tx, plan);
  }
  const count = (kind: EventPlan["kind"]) => plans.filter((plan) => plan.kind === kind).length;
  if (plans.length === 0) return;
  await audit(tx, {
    action: "calendar.imported",
    entityType: "user",
    entityId: tx.actor.userId,
    data: { created: count("create"), updated: count("update"), cancelled: count("cancel") },
  });
}

function decision(tx: Ctx<Manager>) {
  return { decidedById: tx.actor.userId, decidedAt: tx.now };
}

async function create(tx: Ctx<Manager>, of: Occurrence, { type, status }: Wanted): Promise<void> {
  const { assistantId, uid, sequence, stretch } = of;
  if (status === "approved") await releaseCoversWithin(tx, assistantId, stretch);
  const { id } = await tx.db.absence.create({
    data: {
      assistantId,
      leaveTypeId: type,
      ...columnsOfStretch(stretch),
      status,
      ...(status === "approved" && decision(tx)),
      createdAt: tx.now,
      imported: { create: { assistantId, uid, sequence } },
    },
    select: { id: true },
  });
  await record(tx, id, of, { action: status === "approved" ? "recorded" : "requested", status });
}

async function change(tx: Ctx<Manager>, plan: EventPlan & { known: BookedAbsence }): Promise<void> {
  const { of, known, kind } = plan;
  if (kind === "cancel") await releaseCoversFor(tx, known.id);
  else if (APPROVED.has(known.status)) await releaseCoversWithin(tx, of.assistantId, of.stretch);
  const { count } = await tx.db.absence.updateMany({
    where: { id: known.id, version: known.version },
    data: {
      ...(kind === "cancel"
        ? { status: "cancelled" as const, ...decision(tx) }
        : columnsOfStretch(of.stretch)),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new MeanwhileChanged();
  await tx.db.importedAbsence.update({ where: { absenceId: known.id }, data: { sequence: of.sequence } });
  const done = kind === "cancel" ? CANCELLED : { action: "moved" as const, status: known.status };
  await record(tx, known.id, of, done);
}

const CANCELLED = { action: "cancelled", status: "cancelled" } as const;

/** What was done stands in the absence's own history and in the audit log, in the transaction of the change. */
async function record(
  tx: Ctx<Manager>,
  absenceId: string,
  { assistantId, stretch }: Occurrence,
  { action, status }: { action: StepAction; status: AbsenceStatus },
): Promise<void> {
  await addSteps(tx, { absenceId, action, status, stretch });
  const data = { assistantId, ...stretch, status };
  await audit(tx, { action: `absence.${action}`, entityType: "absence", entityId: absenceId, data });
}

function reportOf(
  events: number,
  { plans, unchanged }: ImportPlan,
  faults: EventFault[],
  people: ReadonlyMap<string, ImportPerson>,
  applied: boolean,
): CalendarReport {
  const count = (kind: EventPlan["kind"]) => plans.filter((plan) => plan.kind === kind).length;
  return {
    applied,
    events,
    created: count("create"),
    updated: count("update"),
    cancelled: count("cancel"),
    unchanged,
    changes: plans.slice(0, MOST_EVENTS_SHOWN).map(({ kind, of }) => ({
      event: of.event,
      kind,
      name: people.get(of.assistantId)?.name ?? "",
      from: of.stretch.from,
      to: of.stretch.to,
    })),
    faultCount: faults.length,
    faults: [...faults].sort((a, b) => (a.event ?? 0) - (b.event ?? 0)).slice(0, MOST_EVENTS_SHOWN),
  };
}
