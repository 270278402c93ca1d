import "server-only";
import type { Ctx } from "@/lib/context";
import { restrictionsFrom } from "@/lib/matching/queries";
import { dayOfColumn } from "@/lib/time/day";
import { daysOnEarth } from "@/lib/time/zone";
import type { CasePairView } from "./schema";

/** An assistant and an executive among those a conversation is about. */
export type CasePair = {
  assistantId: string;
  assistantName: string;
  executiveId: string;
  executiveName: string;
  timeZone: string;
};

/** The one assistant and the one executive of a conversation; null where it is about others, or about several. */
export async function pairIn(tx: Ctx, caseId: string): Promise<CasePair | null> {
  const people = await tx.db.casePerson.findMany({
    where: { caseId, role: "party" },
    select: {
      user: {
        select: {
          name: true,
          assistant: { select: { id: true } },
          executive: { select: { id: true, pool: { select: { timeZone: true } } } },
        },
      },
    },
  });
  const assistants = people.flatMap(({ user: { name, assistant } }) =>
    assistant ? [{ name, ...assistant }] : [],
  );
  const executives = people.flatMap(({ user: { name, executive } }) =>
    executive ? [{ name, ...executive }] : [],
  );
  const [assistant, executive] = [assistants[0], executives[0]];
  if (!assistant || !executive || assistants.length + executives.length > 2) return null;
  return {
    assistantId: assistant.id,
    assistantName: assistant.name,
    executiveId: executive.id,
    executiveName: executive.name,
    timeZone: executive.pool.timeZone,
  };
}

/** What keeps the pair of a conversation apart now, where the conversation has set it. */
export async function restrictionIn(tx: Ctx, caseId: string) {
  const rows = await tx.db.caseRestriction.findMany({ where: { caseId }, select: { restrictionId: true } });
  return tx.db.pairingRestriction.findFirst({
    where: {
      id: { in: rows.map(({ restrictionId }) => restrictionId) },
      ...restrictionsFrom(daysOnEarth(tx.now).from),
    },
  });
}

/** The pair of a conversation for its handler. */
export async function readPair(tx: Ctx, caseId: string): Promise<CasePairView | null> {
  const pair = await pairIn(tx, caseId);
  if (!pair) return null;
  const row = await restrictionIn(tx, caseId);
  const { assistantName, executiveName } = pair;
  return {
    assistantName,
    executiveName,
    restriction: row && {
      kind: row.kind,
      reviewOn: row.reviewOn && dayOfColumn(row.reviewOn),
      expiresOn: row.expiresOn && dayOfColumn(row.expiresOn),
    },
  };
}
