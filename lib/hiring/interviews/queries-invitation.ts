import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { NotFoundError } from "@/lib/errors";
import { canHireFor } from "@/lib/hiring/policy";
import { findInterview, type InterviewRow } from "./queries";
import { interviewIcs } from "./rules-invitation";

type Invitation = ReturnType<typeof interviewIcs>;

/** What a candidate's calendar takes of an interview: no address of the panel stands in it. Null before it has a time, and once they are erased. */
export function candidateInvitation(row: InterviewRow, summary: string): Invitation | null {
  const { name, email } = row.application.candidate;
  return name && email ? invitationFor(row, summary, { name, email }) : null;
}

/** The same for a member of the panel; it says no more than that it is an interview. Null where there is none for them. */
export async function findOwnInvitation(ctx: Ctx<Person>, id: string): Promise<Invitation | null> {
  const row = await findInterview(ctx, id);
  if (!row) return null;
  const isOwn =
    row.people.some(({ userId }) => userId === ctx.actor.userId) ||
    canHireFor(ctx.actor, row.application.requisition);
  const { name, email, locale } = ctx.actor;
  return isOwn ? invitationFor(row, locale === "sv" ? "Intervju" : "Interview", { name, email }) : null;
}

/** The same, or not found. */
export async function requireOwnInvitation(ctx: Ctx<Person>, id: string): Promise<Invitation> {
  const invitation = await findOwnInvitation(ctx, id);
  if (!invitation) throw new NotFoundError("invitation");
  return invitation;
}

function invitationFor(
  row: InterviewRow,
  summary: string,
  attendee: { name: string; email: string },
): Invitation | null {
  if (!row.startsAt) return null;
  const { uid, sequence, updatedAt, place, startsAt, minutes, status, application } = row;
  return interviewIcs({
    ...{ uid, sequence, changedAt: updatedAt, summary, place, startsAt, minutes, attendee },
    timeZone: application.requisition.pool.timeZone,
    isCancelled: status === "cancelled",
    organizer: {
      name: application.adVersion.jobAd.employer,
      email: `standby@${new URL(env().NEXTAUTH_URL).hostname}`,
    },
  });
}
