import "server-only";
import type { Assistant } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import type { VisibleRequest } from "@/lib/requests/queries";
import { ok, type Result, refuse } from "@/lib/result";
import { meetingAudit } from "./audit";
import { meetingNotice } from "./notices";
import { type MovedMeeting, OFFICE_MEETING_MOVES, sequenceAfter } from "./rules";
import type { OfficeMeetingStatus } from "./rules-choices";
import type { CancelMeetingInput, ChooseTimesInput, ConfirmMeetingInput, PollMeetingInput } from "./schema";
import { requireArrangedRequest } from "./service";

type Row = {
  status: OfficeMeetingStatus;
  version: number;
  sequence: number;
  startsAt: Date | null;
  requestId: string;
};
type Read = { meeting: Row; request: VisibleRequest } & Row;
type Change = { startsAt?: Date | null; sequence?: number };
type Told = "meeting_asked" | "meeting_confirmed" | "meeting_cancelled";

const DONE = {
  poll: ["meeting.polled", "meeting_asked"],
  confirm: ["meeting.confirmed", "meeting_confirmed"],
  move: ["meeting.moved", "meeting_confirmed"],
  cancel: ["meeting.cancelled", "meeting_cancelled"],
} as const;

/** Asks those who take part about some times; who has answered keeps their answers to the times that stay. */
export function pollMeeting(
  ctx: Ctx<Assistant>,
  { id, version, starts }: PollMeetingInput,
): Promise<Result<MovedMeeting, MoveRefusal | "meeting_time_passed">> {
  const times = [...new Set(starts)].map((text) => new Date(text));
  return changeMeeting(
    ctx,
    { id, version },
    () => "poll",
    async (tx) => {
      if (times.some((time) => time <= tx.now)) return refuse("meeting_time_passed", { path: "starts" });
      await tx.db.meetingOption.deleteMany({ where: { meetingId: id, startsAt: { notIn: times } } });
      await tx.db.meetingOption.createMany({
        data: times.map((startsAt) => ({ meetingId: id, startsAt })),
        skipDuplicates: true,
      });
      return ok({});
    },
  );
}

/** Settles a meeting on a time, or moves a settled one to another; what calendars know of it rises by one with that. */
export function confirmMeeting(
  ctx: Ctx<Assistant>,
  { id, version, startsAt: text }: ConfirmMeetingInput,
): Promise<Result<MovedMeeting, MoveRefusal | "meeting_time_passed">> {
  const startsAt = new Date(text);
  const moveOf = ({ status }: Row) => (status === "confirmed" ? "move" : "confirm");
  return changeMeeting(ctx, { id, version }, moveOf, async (tx, row) => {
    if (startsAt <= tx.now) return refuse("meeting_time_passed", { path: "startsAt" });
    return ok({ startsAt, sequence: sequenceAfter(row, { startsAt }) });
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

/** Calls a meeting off. */
export function cancelMeeting(
  ctx: Ctx<Assistant>,
  input: CancelMeetingInput,
): Promise<Result<MovedMeeting, MoveRefusal>> {
  return changeMeeting<never>(
    ctx,
    input,
    () => "cancel",
    async (_tx, row) => ok({ sequence: sequenceAfter(row, "cancelled") }),
  );
}

function changeMeeting<R extends "meeting_time_passed" = never>(
  ctx: Ctx<Assistant>,
  { id, version }: CancelMeetingInput,
  moveOf: (row: Row) => keyof typeof DONE,
  change: (tx: Ctx<Assistant>, row: Row) => Promise<Result<Change, R>>,
): Promise<Result<MovedMeeting, MoveRefusal | R>> {
  return inTransaction(ctx, (tx) =>
    move<OfficeMeetingStatus, keyof typeof DONE, Read, MovedMeeting, R>(tx, OFFICE_MEETING_MOVES, {
      id,
      version,
      move: moveOf,
      read: async () => {
        const meeting = await tx.db.officeMeeting.findUnique({ where: { id } });
        if (!meeting) throw new NotFoundError("meeting");
        const request = await requireArrangedRequest(tx, meeting.requestId);
        return ok({ ...meeting, meeting, request });
      },
      write: async (row, next, done) => {
        const changed = await change(tx, row);
        if (!changed.ok) return changed;
        const { sequence } = await tx.db.officeMeeting.update({
          where: { id },
          data: { ...next, ...changed.value, updatedAt: tx.now },
          select: { sequence: true },
        });
        const [action, told] = DONE[done];
        const facts = { requestId: row.requestId, executiveId: row.request.executiveId };
        return ok({
          value: { id, ...next },
          audit: meetingAudit(action, id, { ...facts, to: next.status, sequence }),
          tell: () => notifyExecutives(tx, id, row.request, told),
        });
      },
    }),
  );
}

async function notifyExecutives(
  tx: Ctx<Assistant>,
  meetingId: string,
  { executive }: VisibleRequest,
  kind: Told,
): Promise<void> {
  const people = await tx.db.meetingPerson.findMany({
    where: { meetingId, user: { executive: { isNot: null } } },
    select: { userId: true },
  });
  const told = people.flatMap(({ userId }) => userId ?? []);
  await notify(tx, meetingNotice(kind, told, { meetingId, executive: executive.user.name }));
}
