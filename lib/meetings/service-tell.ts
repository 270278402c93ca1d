import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { MeetingMailKind } from "@/lib/mail/schema";
import { queueMeetingMails } from "@/lib/mail/service";
import { notify } from "@/lib/notices/service-notify";
import type { VisibleRequest } from "@/lib/requests/queries";
import { meetingNotice } from "./notices";
import type { OfficeMeetingStatus } from "./rules-choices";

type Told = "meeting_asked" | "meeting_confirmed" | "meeting_changed" | "meeting_cancelled";
type Before = { id: string; status: OfficeMeetingStatus; minutes: number; request: VisibleRequest };
type Done = {
  done: "poll" | "confirm" | "move" | "change" | "people" | "cancel";
  /** Calendars that know of it are to be told. */
  hasRisen: boolean;
  changed: { minutes?: number };
};

/** Tells those who take part what became of a meeting; who was invited by mail is told by mail. People added or taken off are told by themselves. */
export async function tellOfMeeting(
  tx: Ctx<Assistant>,
  before: Before,
  { done, hasRisen, changed }: Done,
): Promise<void> {
  const isAsking = before.status === "polling";
  switch (done) {
    case "poll":
      await tellExecutives(tx, before, "meeting_asked");
      return mailTo(tx, before.id, "meeting_times");
    case "confirm":
      await tellExecutives(tx, before, "meeting_confirmed");
      return mailTo(tx, before.id, "meeting_invitation");
    case "move":
    case "change":
      if (hasRisen) {
        await tellExecutives(tx, before, "meeting_changed");
        return mailTo(tx, before.id, "meeting_invitation");
      }
      if (isAsking && changed.minutes !== undefined && changed.minutes !== before.minutes)
        return mailTo(tx, before.id, "meeting_times");
      return;
    case "cancel":
      if (before.status !== "planning") await tellExecutives(tx, before, "meeting_cancelled");
      if (hasRisen) return mailTo(tx, before.id, "meeting_invitation");
      if (isAsking) return mailTo(tx, before.id, "meeting_off");
  }
}

/** Tells some people, or all who take part, by mail; executives are asked about times in Standby and by its own notices. */
export async function mailTo(
  tx: Ctx<Assistant>,
  meetingId: string,
  kind: MeetingMailKind,
  personIds?: readonly string[],
): Promise<void> {
  const people = await tx.db.meetingPerson.findMany({
    where: {
      meetingId,
      ...(personIds ? { id: { in: [...personIds] } } : { removedAt: null }),
      ...(kind !== "meeting_invitation" && { OR: [{ userId: null }, { user: { executive: null } }] }),
    },
    select: { id: true, invitedAt: true },
  });
  const ids = people.map(({ id }) => id);
  if (kind === "meeting_invitation")
    await tx.db.meetingPerson.updateMany({
      where: { id: { in: ids }, invitedAt: null, removedAt: null },
      data: { invitedAt: tx.now },
    });
  await queueMeetingMails(tx, ids, kind);
}

/** Tells the executives among some people, or among all who take part. */
export async function tellExecutives(
  tx: Ctx<Assistant>,
  { id: meetingId, request: { executive } }: Pick<Before, "id" | "request">,
  kind: Told,
  personIds?: readonly string[],
): Promise<void> {
  const people = await tx.db.meetingPerson.findMany({
    where: {
      ...{ meetingId, user: { executive: { isNot: null } } },
      ...(personIds ? { id: { in: [...personIds] } } : { removedAt: null }),
    },
    select: { userId: true },
  });
  const told = people.flatMap(({ userId }) => userId ?? []);
  await notify(tx, meetingNotice(kind, told, { meetingId, executive: executive.user.name }));
}
