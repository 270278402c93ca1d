import "server-only";
import type { Assistant } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import type { RefusalReason } from "@/lib/refusals";
import type { VisibleRequest } from "@/lib/requests/queries";
import { ok, type Result, refuse } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import { meetingAudit } from "./audit";
import { type MovedMeeting, numberedChange, OFFICE_MEETING_MOVES } from "./rules";
import type { OfficeMeetingStatus } from "./rules-choices";
import type {
  CancelMeetingInput,
  ChangeMeetingInput,
  ChooseTimesInput,
  ConfirmMeetingInput,
  PollMeetingInput,
} from "./schema";
import { refusalOfMeetingDays, requireArrangedRequest } from "./service";
import { tellOfMeeting } from "./service-tell";

type Row = {
  status: OfficeMeetingStatus;
  version: number;
  sequence: number;
  askedAt: number;
  startsAt: Date | null;
  minutes: number;
  title: string;
  place: string;
  requestId: string;
};
/** A meeting as it stands before a change, with its request. */
export type MeetingToChange = { id: string; request: VisibleRequest } & Row;
type Change = Partial<Pick<Row, "sequence" | "askedAt" | "startsAt" | "minutes" | "title" | "place">> & {
  fromOn?: Date;
  toOn?: Date;
};

const AUDITED = {
  poll: "meeting.polled",
  confirm: "meeting.confirmed",
  move: "meeting.moved",
  change: "meeting.changed",
  people: "meeting.people_changed",
  cancel: "meeting.cancelled",
} as const;
export type MeetingMove = keyof typeof AUDITED;

/** Asks those who take part about some times; who has answered keeps their answers to the times that stay. */
export function pollMeeting(
  ctx: Ctx<Assistant>,
  { id, version, starts }: PollMeetingInput,
): Promise<Result<MovedMeeting, MoveRefusal | "meeting_time_passed">> {
  const times = [...new Set(starts)].map((text) => new Date(text));
  return moveMeeting(ctx, { id, version }, "poll", async (tx) => {
    if (times.some((time) => time <= tx.now)) return refuse("meeting_time_passed", { path: "starts" });
    await tx.db.meetingOption.deleteMany({ where: { meetingId: id, startsAt: { notIn: times } } });
    await tx.db.meetingOption.createMany({
      data: times.map((startsAt) => ({ meetingId: id, startsAt })),
      skipDuplicates: true,
    });
    return ok({});
  });
}

/** Settles a meeting on a time, or moves a settled one to another; what calendars know of it rises by one with that. */
export function confirmMeeting(
  ctx: Ctx<Assistant>,
  { id, version, startsAt: text }: ConfirmMeetingInput,
): Promise<Result<MovedMeeting, MoveRefusal | "meeting_time_passed">> {
  const startsAt = new Date(text);
  const moveOf = ({ status }: Row) => (status === "confirmed" ? "move" : "confirm");
  return moveMeeting(ctx, { id, version }, moveOf, async (tx, row) => {
    if (startsAt <= tx.now) return refuse("meeting_time_passed", { path: "startsAt" });
    return ok({ startsAt, ...numberedChange(row, { startsAt }) });
  });
}

/** Changes what a meeting is about, how long it takes, where it is, and between which days a time is looked for. */
export function changeMeeting(
  ctx: Ctx<Assistant>,
  { id, version, from, to, ...facts }: ChangeMeetingInput,
): Promise<Result<MovedMeeting, MoveRefusal | "ends_before_start" | "meeting_range_long">> {
  return moveMeeting(ctx, { id, version }, "change", async (_tx, row) => {
    const refusal = refusalOfMeetingDays({ from, to });
    if (refusal) return refusal;
    return ok({ ...facts, fromOn: dayToDate(from), toOn: dayToDate(to), ...numberedChange(row, facts) });
  });
}

/** What the page of free times does: asks about the chosen ones, or settles on the only one. */
export async function chooseTimes(
  ctx: Ctx<Assistant>,
  { settle, ...input }: ChooseTimesInput,
): Promise<Result<MovedMeeting, MoveRefusal | "meeting_time_passed" | "meeting_one_time">> {
  if (!settle) return pollMeeting(ctx, input);
  const [startsAt, ...others] = input.starts;
  if (!startsAt || others.length > 0) return refuse("meeting_one_time", { path: "starts" });
  return confirmMeeting(ctx, { id: input.id, version: input.version, startsAt });
}

/** Calls a meeting off; whoever was asked or invited is told. */
export function cancelMeeting(
  ctx: Ctx<Assistant>,
  input: CancelMeetingInput,
): Promise<Result<MovedMeeting, MoveRefusal>> {
  return moveMeeting<never>(ctx, input, "cancel", async (_tx, row) => ok(numberedChange(row, "cancelled")));
}

/** Moves a meeting for the assistant who arranges it: the change, then who takes part is told. */
export function moveMeeting<R extends RefusalReason = never>(
  ctx: Ctx<Assistant>,
  { id, version }: CancelMeetingInput,
  chosen: MeetingMove | ((row: Row) => MeetingMove),
  change: (tx: Ctx<Assistant>, row: MeetingToChange) => Promise<Result<Change, R>>,
): Promise<Result<MovedMeeting, MoveRefusal | R>> {
  return inTransaction(ctx, (tx) =>
    move<OfficeMeetingStatus, MeetingMove, MeetingToChange, MovedMeeting, R>(tx, OFFICE_MEETING_MOVES, {
      id,
      version,
      move: chosen,
      read: async () => {
        const meeting = await tx.db.officeMeeting.findUnique({ where: { id } });
        if (!meeting) throw new NotFoundError("meeting");
        return ok({ ...meeting, request: await requireArrangedRequest(tx, meeting.requestId) });
      },
      write: async (row, next, done) => {
        const changed = await change(tx, row);
        if (!changed.ok) return changed;
        const { sequence, askedAt } = await tx.db.officeMeeting.update({
          where: { id },
          data: { ...next, ...changed.value, updatedAt: tx.now },
          select: { sequence: true, askedAt: true },
        });
        if (askedAt > row.askedAt) await askAnew(tx, id);
        const facts = { requestId: row.requestId, executiveId: row.request.executiveId };
        return ok({
          value: { id, ...next },
          audit: meetingAudit(AUDITED[done], id, { ...facts, to: next.status, sequence }),
          tell: () =>
            tellOfMeeting(tx, row, { done, hasRisen: sequence > row.sequence, changed: changed.value }),
        });
      },
    }),
  );
}

/** What was answered to another time says nothing of this one, and what hangs on the time is to be arranged again. */
async function askAnew({ db }: Ctx<Assistant>, meetingId: string): Promise<void> {
  await db.meetingArrangement.updateMany({
    where: { meetingId, hangsOnTime: true },
    data: { doneAt: null, doneById: null },
  });
  await db.meetingPerson.updateMany({
    where: { meetingId },
    data: { reply: null, replySequence: null, repliedAt: null },
  });
}
