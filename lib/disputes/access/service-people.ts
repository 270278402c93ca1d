import "server-only";
import { randomInt } from "node:crypto";
import type { Ctx, SystemCtx } from "@/lib/context";
import { listUnreadIn } from "@/lib/notices/queries";
import { notify } from "@/lib/notices/service-notify";
import { disputeNotice } from "../notices";

/** Letters and digits that nobody takes for one another, and that make no words. */
const CODE_LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ";
const CODE_LENGTH = 4;

/** What one person calls a conversation by; it says nothing, and others call it something else. */
export function newCaseCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("");
}

type NewPerson = { userId: string; role: "party" | "handler"; isWriter?: boolean };

/** Puts people into a conversation: who handles it and who raised it see it, whoever else is named does not. */
export async function addPeople(tx: Ctx, caseId: string, people: readonly NewPerson[]): Promise<void> {
  await tx.db.casePerson.createMany({
    data: people.map(({ userId, role, isWriter = false }) => ({
      caseId,
      userId,
      role,
      isWriter,
      code: newCaseCode(),
      since: isWriter || role === "handler" ? tx.now : null,
      addedById: tx.actor.userId,
    })),
  });
}

/** Tells people that something waits, in the same words whatever it is; whoever has that unread is not told again. */
export async function tellWaiting(tx: Ctx | SystemCtx, userIds: readonly string[]): Promise<void> {
  const told = await listUnreadIn(tx.db, "conversation_waiting", userIds);
  await notify(
    tx,
    disputeNotice(
      "conversation_waiting",
      userIds.filter((id) => !told.includes(id)),
      {},
    ),
  );
}

/** Those of a conversation who see it now, by role. */
export async function listInSight(
  tx: Ctx | SystemCtx,
  caseId: string,
): Promise<{ userId: string; role: "party" | "handler"; isWriter: boolean }[]> {
  return tx.db.casePerson.findMany({
    where: { caseId, since: { not: null }, until: null },
    select: { userId: true, role: true, isWriter: true },
  });
}
