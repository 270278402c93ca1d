import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { AGREED_COVER } from "@/lib/covers/rules";
import { ITEM_CONTENT } from "@/lib/handovers/content/queries";
import { namesOfDuties } from "@/lib/pools/queries-duties";
import { dayOfColumn } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client/client";
import { abilitiesOf, type HandoverParty } from "./policy";
import { getChanges } from "./queries-changes";
import { readSummaries } from "./queries-summaries";
import type { HandoverItemView, HandoverView } from "./schema";

const NAMED = { select: { name: true } } as const;

const DETAIL = {
  version: true,
  acknowledgedAt: true,
  ownerId: true,
  fromOn: true,
  toOn: true,
  executive: { select: { title: true } },
  items: {
    where: { dismissedAt: null },
    select: {
      ...ITEM_CONTENT,
      createdAt: true,
      createdBy: NAMED,
    },
    orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    take: 300,
  },
  questions: {
    select: {
      id: true,
      text: true,
      askedAt: true,
      askedBy: NAMED,
      answer: true,
      answeredAt: true,
      answeredBy: NAMED,
    },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: 100,
  },
  access: {
    select: {
      id: true,
      kind: true,
      label: true,
      grantedAt: true,
      grantedBy: NAMED,
      withdrawnAt: true,
      withdrawnBy: NAMED,
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  },
  steps: {
    select: {
      id: true,
      status: true,
      at: true,
      by: NAMED,
      coverAssistant: { select: { user: NAMED } },
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: 50,
  },
} satisfies Prisma.HandoverSelect;

type Detail = Prisma.HandoverGetPayload<{ select: typeof DETAIL }>;

/** A whole handover for somebody who may know of it. */
export async function readHandover(ctx: Ctx<Person>, part: HandoverParty, id: string): Promise<HandoverView> {
  const [[summary], detail] = await Promise.all([
    readSummaries(ctx, Prisma.sql`h.id = ${id}::uuid`),
    ctx.db.handover.findUniqueOrThrow({ where: { id }, select: DETAIL }),
  ]);
  if (!summary) throw new Error("a handover was read without its summary");
  const [others, requests, changes, dutyNames] = await Promise.all([
    listOthers(ctx, part.executiveId, detail),
    statusesOf(ctx, detail),
    summary.hasStarted ? getChanges(ctx, part, detail) : null,
    namesOfDuties(ctx, summary.dutyIds),
  ]);
  return {
    ...summary,
    today: part.today,
    executiveTitle: part.title,
    dutyNames,
    version: detail.version,
    items: detail.items.map((item) => itemView(item, detail.acknowledgedAt, requests)),
    questions: detail.questions.map(questionView),
    access: detail.access.map(accessView),
    steps: detail.steps.map(({ coverAssistant, by, at, ...step }) => ({
      ...step,
      coverName: coverAssistant?.user.name ?? null,
      byName: by?.name ?? null,
      at: at.toISOString(),
    })),
    others,
    changes,
    can: abilitiesOf(part, summary.status, summary),
  };
}

function itemView(
  { sourceId, createdBy, editedAt, on, createdAt, ...item }: Detail["items"][number],
  readAt: Date | null,
  requests: ReadonlyMap<string, string>,
): HandoverItemView {
  return {
    ...item,
    on: on && dayOfColumn(on),
    isGenerated: sourceId !== null,
    isEdited: editedAt !== null,
    isNew: readAt !== null && createdAt > readAt && item.kind !== "happened" && item.kind !== "changed",
    requestStatus: (sourceId && requests.get(sourceId)) ?? null,
    byName: createdBy?.name ?? null,
    createdAt: createdAt.toISOString(),
  };
}

function questionView({
  askedBy,
  askedAt,
  answer,
  answeredBy,
  answeredAt,
  ...question
}: Detail["questions"][number]) {
  return {
    ...question,
    askedByName: askedBy.name,
    askedAt: askedAt.toISOString(),
    answer: answer || null,
    answeredByName: answeredBy?.name ?? null,
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}

function accessView({
  id,
  kind,
  label,
  grantedAt,
  grantedBy,
  withdrawnAt,
  withdrawnBy,
}: Detail["access"][number]) {
  const tick = (at: Date | null, by: { name: string } | null) =>
    at && { at: at.toISOString(), byName: by?.name ?? "" };
  return { id, kind, label, granted: tick(grantedAt, grantedBy), withdrawn: tick(withdrawnAt, withdrawnBy) };
}

async function statusesOf(ctx: Ctx<Person>, { items }: Detail): Promise<ReadonlyMap<string, string>> {
  const ids = items.flatMap(({ kind, sourceId }) => (kind === "request" && sourceId ? [sourceId] : []));
  const rows = await ctx.db.supportRequest.findMany({
    where: { id: { in: ids } },
    select: { id: true, status: true },
  });
  return new Map(rows.map((row) => [row.id, row.status]));
}

const MOST_OTHERS = 20;

/** Who else covers in these days: other executives of the assistant who is away, and others at this one. */
async function listOthers(
  ctx: Ctx<Person>,
  executiveId: string,
  { ownerId, fromOn, toOn }: Detail,
): Promise<HandoverView["others"]> {
  const rows = await ctx.db.coverageAssignment.findMany({
    where: {
      status: { in: [...AGREED_COVER] },
      startOn: { lte: toOn },
      endOn: { gte: fromOn },
      OR: [{ executiveId }, ...(ownerId ? [{ absence: { assistantId: ownerId } }] : [])],
    },
    select: {
      startOn: true,
      endOn: true,
      executive: { select: { user: NAMED } },
      assistant: { select: { user: NAMED } },
    },
    orderBy: [{ startOn: "asc" }, { id: "asc" }],
    take: MOST_OTHERS,
  });
  return rows.map(({ executive, assistant, startOn, endOn }) => ({
    executiveName: executive.user.name,
    coverName: assistant.user.name,
    from: dayOfColumn(startOn),
    to: dayOfColumn(endOn),
  }));
}
