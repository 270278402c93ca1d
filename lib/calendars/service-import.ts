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
import { checkEvents, type SoundEvent } from "./queries-leave";
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
        const byId = new Map([...people.values()].map((person) => [person.id, person]));
        const plan = planImport(found.events, { known, followed: file.followed });
        const leave = await checkEvents(tx, withoutFaulty(plan), {
          ...options,
          status,
          isDryRun: options.dryRun,
        });
        const faults = [...found.faults, ...plan.faults, ...leave.faults];
        if (plan.plans.length > MOST_EVENTS)
          faults.push(faultOf(FILE, "too_many_events", { most: MOST_EVENTS, found: plan.plans.length }));
        const applied = !options.dryRun && faults.length === 0;
        if (applied) await write(tx, leave.sound);
        const asRequested = leave.sound.filter((one) => one.leave?.due).length;
        return ok(reportOf({ events: file.count, plan, faults, found, people: byId, asRequested, applied }));
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

type Creation = Extract<SoundEvent, { kind: "create" }>;
type Correction = Exclude<SoundEvent, Creation>;

/** What is not at fault for its time already: two at once say nothing about the rules of leave. */
function withoutFaulty({ plans, faults }: ImportPlan): EventPlan[] {
  const faulty = new Set(faults.map(({ event }) => event));
  return plans.filter(({ of }) => !faulty.has(of.event));
}

async function write(tx: Ctx<Manager>, plans: readonly SoundEvent[]): Promise<void> {
  if (plans.length === 0) return;
  await correct(
    tx,
    plans.filter((plan) => plan.kind !== "create"),
  );
  await enter(
    tx,
    plans.filter((plan) => plan.kind === "create"),
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
async function enter(tx: Ctx<Manager>, plans: readonly Creation[]): Promise<void> {
  const replaced = plans.flatMap(({ known }) => known?.id ?? []);
  await tx.db.importedAbsence.deleteMany({ where: { absenceId: { in: replaced } } });
  const leave = plans.flatMap((plan) => plan.leave ?? []);
  const { ids } = await enterAbsences(tx, leave);
  await tx.db.importedAbsence.createMany({
    data: plans.map(({ of: { assistantId, key, sequence } }, place) => ({
      absenceId: ids[place] ?? "",
      assistantId,
      uid: key,
      sequence,
    })),
  });
  await audit(
    tx,
    ...leave.map(({ assistantId, stretch, status }, place) =>
      absenceAudit(status === "approved" ? "absence.recorded" : "absence.requested", ids[place] ?? "", {
        assistantId,
        ...stretch,
        status,
      }),
    ),
  );
}

/** What is cancelled goes first and makes room; an event that moved moves its absence. */
async function correct(tx: Ctx<Manager>, plans: readonly Correction[]): Promise<void> {
  const ended = await correctAbsences(
    tx,
    plans
      .filter(({ kind }) => kind === "cancel")
      .map(({ known: { id, version, assistantId, status } }) => ({
        id,
        version,
        assistantId,
        move: endingMove(status),
        action: endingMove(status) === "cancel" ? "cancelled" : "withdrawn",
      })),
  );
  const moved = await correctAbsences(
    tx,
    plans.flatMap(({ leave, known: { id, version, assistantId } }) =>
      leave
        ? [{ id, version, assistantId, leave, move: "change_days" as const, action: "moved" as const }]
        : [],
    ),
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
  asRequested: number;
  applied: boolean;
};

function reportOf({ events, plan, faults, found, people, asRequested, applied }: Outcome): CalendarReport {
  const count = (kind: EventPlan["kind"]) => plan.plans.filter((one) => one.kind === kind).length;
  return {
    applied,
    events,
    created: count("create"),
    updated: count("update"),
    cancelled: count("cancel"),
    unchanged: plan.unchanged,
    asRequested,
    ofSeveral: found.ofSeveral,
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
