import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { env, isMailOn } from "@/lib/env";
import { NotFoundError } from "@/lib/errors";
import { senderAddress } from "@/lib/mail/rules";
import type { Prisma } from "@/prisma/generated/client/client";
import { requireOfficeMeeting } from "../queries";
import type { OfficeMeetingStatus } from "../rules-choices";
import { type Invitation, type InvitationMethod, invitationIcs, methodOf } from "./rules";

const INVITED = {
  ...{ uid: true, sequence: true, title: true, place: true, minutes: true, timeZone: true },
  ...{ startsAt: true, status: true, updatedAt: true },
  createdBy: { select: { name: true, email: true, locale: true } },
  people: {
    orderBy: { id: "asc" },
    select: { id: true, name: true, email: true, isRequired: true, reply: true, removedAt: true },
  },
} satisfies Prisma.OfficeMeetingSelect;

type InvitedRow = Prisma.OfficeMeetingGetPayload<{ select: typeof INVITED }>;

/**
 * The invitation as it stands for those who take part, or as it no longer holds for one who is taken off. Answers go to the address that
 * mail is from: who invites is the same for the whole life of a meeting, whoever of the assistants changes it.
 */
function invitationOf(row: InvitedRow, startsAt: Date, personId?: string): Invitation {
  const { uid, sequence, title, place, minutes, timeZone, status, updatedAt, createdBy, people } = row;
  const takenOff = people.find(({ id, removedAt }) => id === personId && removedAt !== null);
  const named = takenOff ? [takenOff] : people.filter(({ removedAt }) => removedAt === null);
  return {
    ...{ uid, sequence, title, place, minutes, timeZone, startsAt },
    changedAt: updatedAt,
    isCancelled: status === "cancelled",
    isTakenOff: takenOff !== undefined,
    organizer: { name: createdBy.name, email: isMailOn() ? officeAddress() : createdBy.email },
    people: named.map(({ name, email, isRequired, reply }) => ({ name, email, isRequired, reply })),
  };
}

function officeAddress(): string {
  return senderAddress(env().MAIL_FROM, env().NEXTAUTH_URL);
}

type InvitationFile = { text: string; method: InvitationMethod };

function fileOf(invitation: Invitation): InvitationFile {
  return { text: invitationIcs(invitation), method: methodOf(invitation) };
}

/** The invitation to a meeting as it stands, or for one who is taken off, for those who may read of it; there is none before it is settled. */
export async function requireInvitation(
  ctx: Ctx<Person>,
  id: string,
  personId?: string,
): Promise<InvitationFile> {
  const meeting = await requireOfficeMeeting(ctx, id);
  if (!meeting.startsAt) throw new NotFoundError("invitation");
  if (personId && !meeting.removed.some((one) => one.id === personId)) throw new NotFoundError("invitation");
  const row = await ctx.db.officeMeeting.findUniqueOrThrow({ where: { id }, select: INVITED });
  return fileOf(invitationOf(row, new Date(meeting.startsAt), personId));
}

/** What a mail says of a meeting to one who takes part in it, or did. */
export type MeetingMail = {
  person: { name: string; email: string; locale: string; isTakenOff: boolean; isFirst: boolean };
  executiveName: string;
  arranger: { name: string; email: string };
  title: string;
  place: string;
  minutes: number;
  timeZone: string;
  status: OfficeMeetingStatus;
  startsAt: Date | null;
  options: Date[];
  invitation: InvitationFile | null;
};

/** What there is to say to one who takes part, or did; null for who has left or whose account is shut. */
export async function readMeetingMail({ db }: PublicCtx, personId: string): Promise<MeetingMail | null> {
  const row = await db.meetingPerson.findUnique({
    where: { id: personId },
    select: {
      ...{ name: true, email: true, removedAt: true },
      user: { select: { disabledAt: true, locale: true } },
      mails: { where: { kind: "meeting_invitation", outcome: "sent" }, select: { id: true }, take: 1 },
      meeting: {
        select: {
          ...INVITED,
          request: { select: { executive: { select: { user: { select: { name: true } } } } } },
          options: { select: { startsAt: true }, orderBy: { startsAt: "asc" } },
        },
      },
    },
  });
  if (!row || row.user?.disabledAt) return null;
  const { name, email, removedAt, user, mails, meeting } = row;
  const { title, place, minutes, timeZone, status, startsAt, options, createdBy } = meeting;
  return {
    person: {
      ...{ name, email, locale: user?.locale ?? createdBy.locale },
      ...{ isTakenOff: removedAt !== null, isFirst: mails.length === 0 },
    },
    executiveName: meeting.request.executive.user.name,
    arranger: { name: createdBy.name, email: createdBy.email },
    ...{ title, place, minutes, timeZone, status, startsAt },
    options: options.map((option) => option.startsAt),
    invitation: startsAt && fileOf(invitationOf(meeting, startsAt, personId)),
  };
}
