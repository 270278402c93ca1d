import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { requireOfficeMeeting } from "../queries";
import { type InvitationMethod, invitationIcs, methodOf } from "./rules";

/** The invitation to a meeting as it stands, for those who may read of it; there is none before it is settled. */
export async function requireInvitation(
  ctx: Ctx<Person>,
  id: string,
): Promise<{ text: string; method: InvitationMethod }> {
  const meeting = await requireOfficeMeeting(ctx, id);
  if (!meeting.startsAt) throw new NotFoundError("invitation");
  const { createdBy, updatedAt } = await ctx.db.officeMeeting.findUniqueOrThrow({
    where: { id },
    select: { updatedAt: true, createdBy: { select: { name: true, email: true } } },
  });
  const { uid, sequence, title, place, minutes, timeZone, people, status } = meeting;
  const invitation = {
    ...{ uid, sequence, title, place, minutes, timeZone },
    startsAt: new Date(meeting.startsAt),
    changedAt: updatedAt,
    isCancelled: status === "cancelled",
    organizer: createdBy,
    people: people.map(({ name, email, isRequired }) => ({ name, email, isRequired })),
  };
  return { text: invitationIcs(invitation), method: methodOf(invitation) };
}
