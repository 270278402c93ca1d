import "server-only";
import type { Ctx } from "@/lib/context";
import { ok, type Result } from "@/lib/result";
import { dayOfColumn } from "@/lib/time/day";
import { openWords } from "../access/service-sealing";
import { asReader, inCase, noteRead, type OpenCase, type OpeningRefusal } from "../access/service-sight";
import { readMediation } from "../mediation/queries";
import type { DraftFields } from "../raising/schema";
import { readDraft } from "../raising/service";
import { readPair } from "../restrictions/queries";
import { type CaseLine, type CasePersonView, type CaseTextView, type CaseView, SHOWN_TEXTS } from "./schema";
import { canReopen } from "./service";

const MOST_LISTED = 100;

/** The actor's conversations, what was begun last first: in which state they are and by when something is due, not what they say. */
export function listCases(ctx: Ctx): Promise<CaseLine[]> {
  return asReader(ctx, async (tx) => {
    const rows = await tx.db.casePerson.findMany({
      where: { userId: tx.actor.userId, since: { not: null }, until: null },
      select: {
        caseId: true,
        code: true,
        role: true,
        isWriter: true,
        case: {
          select: {
            status: true,
            savedAt: true,
            reportedAt: true,
            clocks: { select: { dueAt: true, kind: true } },
          },
        },
      },
      orderBy: [{ case: { savedAt: "desc" } }, { caseId: "asc" }],
      take: MOST_LISTED,
    });
    return rows.map(({ caseId, code, role, isWriter, case: { status, savedAt, reportedAt, clocks } }) => ({
      id: caseId,
      code,
      role,
      isWriter,
      status,
      since: (reportedAt ?? savedAt).toISOString(),
      dueAt: firstDue(clocks)?.toISOString() ?? null,
    }));
  });
}

function firstDue(clocks: readonly { dueAt: Date; kind: string }[]): Date | null {
  const due = clocks.filter(({ kind }) => kind !== "draft_ends_soon").map(({ dueAt }) => dueAt);
  return due.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** A conversation as the actor may read it; that they look at what others wrote is noted first, and shown to its people. */
export function openCase(ctx: Ctx, id: string): Promise<Result<CaseView, OpeningRefusal>> {
  return inCase(ctx, id, async (tx, open): Promise<Result<CaseView, never>> => {
    const texts = await readTexts(tx, open);
    if (open.role === "handler" || texts.some(({ authorId }) => authorId !== tx.actor.userId))
      await noteRead(tx, id, open.role === "handler" ? "all" : "own_page");
    const clocks = await tx.db.caseClock.findMany({
      where: { caseId: id },
      select: { dueAt: true, kind: true },
    });
    return ok({
      ...lineOf(open, clocks),
      version: open.version,
      timeZone: open.pool.timeZone,
      topic: open.topic,
      wish: open.wish,
      tier: open.tier,
      concernsOutsider: open.concernsOutsider,
      mayKnowLater: open.mayKnowLater,
      reportedAt: textOf(open.reportedAt),
      acknowledgedAt: textOf(open.acknowledgedAt),
      triagedAt: textOf(open.triagedAt),
      promisedOn: open.promisedOn && dayOfColumn(open.promisedOn),
      closedAt: textOf(open.closedAt),
      outcome: open.outcome,
      canReopen: canReopen(open, tx),
      people: await readPeople(tx, open),
      texts,
      mediation: await readMediation(tx, open),
      pair: open.role === "handler" ? await readPair(tx, id) : null,
    });
  });
}

/** A draft of one's own, to be written on. */
export function openDraft(
  ctx: Ctx,
  id: string,
): Promise<Result<{ fields: DraftFields; version: number }, OpeningRefusal | "not_possible_now">> {
  return inCase(ctx, id, async (tx, open) =>
    open.status === "draft"
      ? ok({ fields: await readDraft(tx, open), version: open.version })
      : { ok: false as const, reason: "not_possible_now" as const },
  );
}

function lineOf(open: OpenCase, clocks: readonly { dueAt: Date; kind: string }[]): CaseLine {
  const { id, code, role, isWriter, status, reportedAt, savedAt } = open;
  const dueAt = textOf(firstDue(clocks));
  return { id, code, role, isWriter, status, since: (reportedAt ?? savedAt).toISOString(), dueAt };
}

function textOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

async function readTexts(tx: Ctx, open: OpenCase): Promise<CaseTextView[]> {
  const rows = await tx.db.caseText.findMany({
    where: { caseId: open.id, kind: { in: [...SHOWN_TEXTS] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ id, kind, authorId, toId, sealed, at, releasedAt }) => {
    const shown = SHOWN_TEXTS.find((one) => one === kind);
    if (!shown || open.key.length === 0) return [];
    const words = openWords(open.key, { id, caseId: open.id }, sealed);
    return [{ id, kind: shown, authorId, toId, words, at: at.toISOString(), releasedAt: textOf(releasedAt) }];
  });
}

/** Who may see it, since when, and at what each last looked. Whom the writer has named and nobody let in, only writer and handler know. */
async function readPeople(tx: Ctx, { id, role, isWriter }: OpenCase): Promise<CasePersonView[]> {
  const knowsNamed = role === "handler" || isWriter;
  const people = await tx.db.casePerson.findMany({
    where: { caseId: id, ...(knowsNamed ? {} : { since: { not: null } }) },
    select: {
      userId: true,
      role: true,
      isWriter: true,
      since: true,
      until: true,
      allowedAt: true,
      user: { select: { name: true } },
    },
    orderBy: [{ role: "asc" }, { since: "asc" }, { userId: "asc" }],
  });
  const reads = await tx.db.caseRead.groupBy({ by: ["userId"], where: { caseId: id }, _max: { at: true } });
  const lookedAt = new Map(reads.map(({ userId, _max }) => [userId, _max.at]));
  return people.map(({ user, since, until, allowedAt, ...person }) => ({
    ...person,
    name: user.name,
    since: textOf(since),
    until: textOf(until),
    isAllowed: allowedAt !== null,
    lookedAt: textOf(lookedAt.get(person.userId) ?? null),
  }));
}
