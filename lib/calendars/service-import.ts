import "server-only";
import { absenceAudit } from "@/lib/absences/audit";
import { endingMove, startingStatus } from "@/lib/absences/requests/rules";
import { correctAbsences, enterAbsences } from "@/lib/absences/requests/service-bulk";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { calendarAudit } from "@/lib/calendars/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { ChangedByAnother, sqlStateOf } from "@/lib/errors";
import { readCalendar } from "@/lib/imports/worker/read";
import { ok, type Result, refuse } from "@/lib/result";
import { dayIn } from "@/lib/time/zone";
import { TIME_LIMITS } from "@/lib/time-limits";
import {
  type CalendarPerson,
  eventsForPeople,
  type FoundEvents,
  listBooked,
  listCalendarPeople,
} from "./queries-import";
import { type EventPlan, faultOf, type ImportPlan, planImport } from "./rules-import";
import {
  type CalendarReport,
  type EventFault,
  type ImportCalendarInput,
  ImportCalendarOptions,
  LARGEST_CALENDAR_BYTES,
  MOST_EVENTS,
  MOST_EVENTS_SHOWN,
} from "./schema";

type Refusal = "unknown_leave_type" | "import_outdated" | "import_too_large";

/** Two that write at once: an absence that overlaps, or an event that was imported, since the file was compared. */
const WRITTEN_BY_ANOTHER = new Set(["23505", "23P01"]);

/**
 * Makes absences of a calendar file, all of it or, when anything in it is at fault and not left out, nothing; a dry run only
 * tells. An event is known by its UID and person: the same file again changes nothing, an event that moved moves its absence,
 * and one that is cancelled, free or gone from its series cancels it.
 */
export async function importCalendar(
  ctx: Ctx<Manager>,
  input: ImportCalendarInput,
): Promise<Result<CalendarReport, Refusal>> {
  const { content, ...given } = input;
  const options = ImportCalendarOptions.parse(given);
  const type = await ctx.db.leaveType.findUnique({
    where: { id: options.type },
    select: { isReported: true },
  });
  if (!type) return refuse("unknown_leave_type", { path: "type" });
  const status = startingStatus(type, options.status);
  const today = dayIn("UTC", ctx.now);
  const read = await readCalendar(content, {
    today,
    mostBytes: LARGEST_CALENDAR_BYTES,
    mostEvents: MOST_EVENTS,
  });
  if (!read.ok) return read;
  const file = read.value;
  try {
    return await inTransaction(
      ctx,
      async (tx) => {
        const people = await listCalendarPeople(tx, file.events, options.assistantEmail);
        const found = eventsForPeople(file, people, options);
        const known = await listBooked(tx, [...new Set(found.events.map((one) => one.assistantId))]);
        const isDecision = status === "approved" && !type.isReported;
        const byId = new Map([...people.values()].map((person) => [person.id, person]));
        const plan = planImport(found.events, { people: byId, known, isDecision, followed: file.followed });
        const faults = [...found.faults, ...plan.faults];
        if (plan.plans.length > MOST_EVENTS)
          faults.push(faultOf(FILE, "too_many_events", { most: MOST_EVENTS, found: plan.plans.length }));
        const applied = !options.dryRun && faults.length === 0;
        if (applied) await write(tx, plan.plans, { type: options.type, status });
        return ok(reportOf({ events: file.count, plan, faults, found, people: byId, applied }));
      },
      TIME_LIMITS.batch,
    );
  } catch (error) {
    if (error instanceof ChangedByAnother || WRITTEN_BY_ANOTHER.has(sqlStateOf(error) ?? ""))
      return refuse("import_outdated");
    throw error;
  }
}

const FILE = { event: null, uid: "", summary: "" };

type Wanted = { type: string; status: "requested" | "approved" };
type Creation = Extract<EventPlan, { kind: "create" }>;
type Correction = Exclude<EventPlan, Creation>;

async function write(tx: Ctx<Manager>, plans: readonly EventPlan[], wanted: Wanted): Promise<void> {
  if (plans.length === 0) return;
  await correct(
    tx,
    plans.filter((plan) => plan.kind !== "create"),
  );
  await enter(
    tx,
    plans.filter((plan) => plan.kind === "create"),
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

/** An event that comes back is a new absence; the one that was cancelled keeps its history and loses its event. */
async function enter(tx: Ctx<Manager>, plans: readonly Creation[], { type, status }: Wanted): Promise<void> {
  const replaced = plans.flatMap(({ known }) => known?.id ?? []);
  await tx.db.importedAbsence.deleteMany({ where: { absenceId: { in: replaced } } });
  const isDecision = status === "approved";
  const drafts = plans.map(({ of: { assistantId, stretch } }) => ({
    assistantId,
    type,
    stretch,
    status,
    isDecision,
  }));
  const { ids } = await enterAbsences(tx, drafts);
  const made = plans.map(({ of }, place) => ({ ...of, absenceId: ids[place] ?? "" }));
  await tx.db.importedAbsence.createMany({
    data: made.map(({ absenceId, assistantId, key, sequence }) => ({
      absenceId,
      assistantId,
      uid: key,
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

/** What is cancelled goes first and makes room; an event that moved moves its absence. */
async function correct(tx: Ctx<Manager>, plans: readonly Correction[]): Promise<void> {
  const cancelled = plans.filter(({ kind }) => kind === "cancel");
  const ended = await correctAbsences(
    tx,
    cancelled.map(({ known: { id, version, assistantId, status } }) => ({
      id,
      version,
      assistantId,
      move: endingMove(status),
      action: endingMove(status) === "cancel" ? "cancelled" : "withdrawn",
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
  if (!ended.ok || !moved.ok) throw new ChangedByAnother();
  await keepSequences(tx, plans);
}

async function keepSequences(tx: Ctx<Manager>, plans: readonly Correction[]): Promise<void> {
  const rows = plans.map(({ of, known }) => ({ id: known.id, sequence: of.sequence }));
  await tx.db.$executeRaw`
    UPDATE imported_absences SET sequence = new.sequence
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS new (id uuid, sequence int)
    WHERE absence_id = new.id`;
}

type Outcome = {
  events: number;
  plan: ImportPlan;
  faults: EventFault[];
  found: FoundEvents;
  people: ReadonlyMap<string, CalendarPerson>;
  applied: boolean;
};

function reportOf({ events, plan, faults, found, people, applied }: Outcome): CalendarReport {
  const count = (kind: EventPlan["kind"]) => plan.plans.filter((one) => one.kind === kind).length;
  return {
    applied,
    events,
    created: count("create"),
    updated: count("update"),
    cancelled: count("cancel"),
    unchanged: plan.unchanged,
    leftOut: found.leftOut,
    leftOutByChoice: found.byChoice.slice(0, MOST_EVENTS_SHOWN),
    changes: plan.plans.slice(0, MOST_EVENTS_SHOWN).map(({ kind, of }) => ({
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
