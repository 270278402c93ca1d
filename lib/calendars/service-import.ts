import "server-only";
import { absenceAudit } from "@/lib/absences/audit";
import { endingMove, startingStatus } from "@/lib/absences/requests/rules";
import { correctAbsences, enterAbsences } from "@/lib/absences/requests/service-bulk";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { calendarAudit } from "@/lib/calendars/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { releaseCoversFor } from "@/lib/covers/service-absences";
import { MeanwhileChanged, sqlStateOf } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { dayOfColumn } from "@/lib/time/day";
import { stretchOfColumns } from "@/lib/time/stretch-columns";
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
const CONSTRAINT_STATES = new Set(["23505", "23P01", "23503", "23514"]);

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
  if (plans.length === 0) return;
  await correct(
    tx,
    plans.filter((plan) => plan.kind !== "create"),
  );
  await enter(
    tx,
    plans.filter((plan) => plan.kind === "create").map(({ of }) => of),
    wanted,
  );
  const count = (kind: EventPlan["kind"]) => plans.filter((plan) => plan.kind === kind).length;
  await audit(
    tx,
    calendarAudit("calendar.imported", tx.actor.userId, {
      created: count("create"),
      updated: count("update"),
      cancelled: count("cancel"),
    }),
  );
}

async function enter(
  tx: Ctx<Manager>,
  occurrences: readonly Occurrence[],
  { type, status }: Wanted,
): Promise<void> {
  const isDecision = status === "approved";
  const drafts = occurrences.map(({ assistantId, stretch }) => ({
    assistantId,
    type,
    stretch,
    status,
    isDecision,
  }));
  const { ids } = await enterAbsences(tx, drafts);
  const made = occurrences.map((of, place) => ({ ...of, absenceId: ids[place] ?? "" }));
  await tx.db.importedAbsence.createMany({
    data: made.map(({ absenceId, assistantId, uid, sequence }) => ({
      absenceId,
      assistantId,
      uid,
      sequence,
    })),
  });
  const action = isDecision ? "absence.recorded" : "absence.requested";
  await audit(
    tx,
    ...made.map(({ absenceId, assistantId, stretch }) =>
      absenceAudit(action, absenceId, { assistantId, ...stretch, status }),
    ),
  );
}

type Correction = Exclude<EventPlan, { kind: "create" }>;

/** What is cancelled goes first and makes room; an event that moved moves its absence. */
async function correct(tx: Ctx<Manager>, plans: readonly Correction[]): Promise<void> {
  const cancelled = plans.filter(({ kind }) => kind === "cancel");
  for (const { known } of cancelled) await releaseCoversFor(tx, known.id);
  const ended = await correctAbsences(
    tx,
    cancelled.map(({ known: { id, version, assistantId, status } }) => ({
      id,
      version,
      assistantId,
      move: endingMove(status),
      action: "cancelled",
      isDecision: true,
    })),
  );
  const moved = await correctAbsences(
    tx,
    plans
      .filter(({ kind }) => kind === "update")
      .map(({ of, known: { id, version, assistantId } }) => ({
        id,
        version,
        assistantId,
        stretch: of.stretch,
        move: "change_days",
        action: "moved",
        isDecision: false,
      })),
  );
  if (!ended.ok || !moved.ok) throw new MeanwhileChanged();
  for (const { of, known } of plans)
    await tx.db.importedAbsence.update({
      where: { absenceId: known.id },
      data: { sequence: of.sequence },
    });
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
