import "server-only";
import { z } from "zod";
import type { PublicCtx } from "@/lib/context";
import { env } from "@/lib/env";
import { signedText, signText } from "@/lib/sealed";
import type { OwnPollView } from "./schema";

/** The token of the link with which one person answers, for as long as they take part; it is worth nothing to anybody else. */
export function voteToken(personId: string): string {
  return signText(env().NEXTAUTH_SECRET, "vote on a meeting", personId);
}

/** Who answers with a token; null for one that is not ours. */
export function personOfToken(token: string): string | null {
  const text = signedText(env().NEXTAUTH_SECRET, "vote on a meeting", token);
  return z.uuid().safeParse(text).data ?? null;
}

/** What a person is asked, with what they have answered; null where the link opens nothing. */
export async function readOwnPoll({ db, now }: PublicCtx, token: string): Promise<OwnPollView | null> {
  const id = personOfToken(token);
  const row =
    id &&
    (await db.meetingPerson.findUnique({
      where: { id },
      select: {
        name: true,
        note: true,
        removedAt: true,
        answeredAt: true,
        votes: { select: { optionId: true, answer: true } },
        meeting: {
          select: {
            ...{ title: true, place: true, minutes: true, timeZone: true, status: true, startsAt: true },
            options: { select: { id: true, startsAt: true }, orderBy: { startsAt: "asc" } },
            request: { select: { executive: { select: { user: { select: { name: true } } } } } },
          },
        },
      },
    }));
  if (!row || row.removedAt || row.meeting.status === "planning") return null;
  const { name, note, votes, answeredAt, meeting } = row;
  const { title, place, minutes, timeZone, status, startsAt, options, request } = meeting;
  const isOpen = status === "polling" && options.some((option) => option.startsAt > now);
  return {
    ...{ title, place, minutes, timeZone, name, note },
    executiveName: request.executive.user.name,
    hasAnswered: answeredAt !== null,
    state: isOpen ? "open" : status === "confirmed" ? "confirmed" : "over",
    startsAt: status === "confirmed" ? (startsAt?.toISOString() ?? null) : null,
    options: options.map((option) => ({
      id: option.id,
      startsAt: option.startsAt.toISOString(),
      answer: votes.find(({ optionId }) => optionId === option.id)?.answer ?? null,
    })),
  };
}
