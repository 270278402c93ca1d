import type { Ctx, SystemCtx } from "@/lib/context";
import type { HandoverStatus } from "@/lib/handovers/schema";
import { openHandovers } from "@/lib/handovers/service-open";
import { addDays, type Day, dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import type { DemoPool } from "./demo-office";
import { demoId, drawFor, instantAt } from "./draw";
import { emptyBatch, type HandoverBatch, writeBatch } from "./handover-batch";
import { HANDOVER_WORDS } from "./profile-words";
import { ownerUserOf } from "./profiles";

const MINUTE_MS = 60_000;
const POOL_ZONE = "Europe/Stockholm";
const SHOWN = "Helena Bergqvist";

/** Writes the handovers of last week, this one and the next, each as far as its people have come with it. */
export async function writeHandovers(ctx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const thursday = instantAt(POOL_ZONE, addDays(monday, -4), 8 * 60);
  await openHandovers(asJob(ctx, thursday));
  await settle(ctx, pools, new Date(thursday.getTime() + 90 * MINUTE_MS), "begun");
  await openHandovers(asJob(ctx, ctx.now));
  // The calendar began them on their first morning, not when the office was written.
  await ctx.db.$executeRaw`
    UPDATE handover_steps SET at = h.from_on + interval '7 hours' FROM handovers h
    WHERE h.id = handover_steps.handover_id AND handover_steps.status = 'active'
      AND h.from_on + interval '7 hours' <= ${ctx.now} AND h.from_on + interval '7 hours' > h.created_at`;
  await settle(ctx, pools, ctx.now, "coming");
}

function asJob(ctx: Ctx, now: Date): SystemCtx {
  return { ...ctx, actor: null, now };
}

type Row = Awaited<ReturnType<typeof readHandovers>>[number];

function readHandovers(ctx: Ctx) {
  return ctx.db.handover.findMany({
    where: { status: { in: ["draft", "ready", "acknowledged", "active"] }, coverAssistantId: { not: null } },
    include: { access: true, executive: { select: { user: { select: { name: true } } } } },
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
  });
}

/** Moves each handover on by what its people would have done at an instant. */
async function settle(
  ctx: Ctx,
  pools: readonly DemoPool[],
  at: Date,
  phase: "begun" | "coming",
): Promise<void> {
  const people = ownerUserOf(pools);
  const today = dayIn(POOL_ZONE, ctx.now);
  const batch = emptyBatch();
  for (const row of await readHandovers(ctx)) {
    const cover = people.get(row.coverAssistantId ?? "");
    if (!cover) continue;
    const owner = people.get(row.ownerId ?? "") ?? cover;
    const hasBegun = dayOfColumn(row.fromOn) <= today;
    const isOver = dayOfColumn(row.toOn) < today;
    const parties = { owner: owner.userId, cover: cover.userId };
    const name = row.executive.user.name;
    const draw = drawFor(`handover ${name} ${phase}`);
    if (phase === "begun" && !hasBegun) continue;
    writeWords(batch, row, parties, cover.locale, at);
    if (row.status === "draft" && (hasBegun || draw.happens(0.6)))
      move(batch, row, "ready", parties.owner, at);
    const isUnread = phase === "coming" && name !== SHOWN && draw.happens(hasBegun ? 0.15 : 0.5);
    if (!isUnread && row.status !== "active" && (hasBegun || row.status === "ready")) {
      if (row.status !== "acknowledged") move(batch, row, "acknowledged", parties.cover, at);
      if (hasBegun && phase === "coming") move(batch, row, "active", null, at);
    }
    tickAll(batch, row, parties, at, hasBegun || draw.happens(0.3));
    if (row.status !== "active") continue;
    writeReport(batch, ctx.now, row, parties, cover.locale);
    if (isOver) handBack(batch, ctx.now, row, parties, cover.locale, draw.happens(0.5));
  }
  await writeBatch(ctx, batch);
}

type Parties = { owner: string; cover: string };

function move(batch: HandoverBatch, row: Row, status: HandoverStatus, byId: string | null, at: Date): void {
  if (row.status === "draft" && status === "acknowledged") return;
  batch.moves.push({ handoverId: row.id, status, coverAssistantId: row.coverAssistantId, byId, at });
  row.status = status;
}

function writeWords(
  batch: HandoverBatch,
  row: Row,
  { owner, cover }: Parties,
  locale: "sv" | "en",
  at: Date,
): void {
  if (row.status !== "draft" || row.wroteItself) return;
  const draw = drawFor(`handover words ${row.executive.user.name}`);
  const words = HANDOVER_WORDS[locale];
  const item = (kind: "watch" | "note", text: string, position: number) => ({
    id: demoId("handover item", `${row.id} ${kind}`),
    handoverId: row.id,
    kind,
    text,
    position,
    createdById: owner,
    createdAt: at,
  });
  batch.items.push(item("watch", draw.pick(words.watch), 100), item("note", draw.pick(words.note), 101));
  const isShown = row.executive.user.name === SHOWN;
  if (!isShown && !draw.happens(0.25)) return;
  batch.questions.push({
    id: demoId("handover question", row.id),
    handoverId: row.id,
    text: words.question,
    askedById: cover,
    askedAt: at,
    answer: words.answer,
    answeredById: owner,
    answeredAt: at,
  });
}

/** Gives all the access a cover needs, but for the card of the shown executive. */
function tickAll(batch: HandoverBatch, row: Row, { owner }: Parties, at: Date, isGiven: boolean): void {
  if (!isGiven) return;
  const missing = row.executive.user.name === SHOWN ? "card" : null;
  const items = row.access.filter((item) => item.kind !== missing && !item.grantedAt);
  batch.granted.push(...items.map(({ id }) => ({ id, byId: owner, at })));
}

function writeReport(
  batch: HandoverBatch,
  now: Date,
  row: Row,
  { cover }: Parties,
  locale: "sv" | "en",
): void {
  const words = HANDOVER_WORDS[locale];
  const isShown = row.executive.user.name === SHOWN;
  if (!isShown && !drawFor(`handover report ${row.executive.user.name}`).happens(0.4)) return;
  const start = Math.max(row.fromOn.getTime() + 9 * 60 * MINUTE_MS, row.createdAt.getTime());
  const at = new Date(Math.min(now.getTime(), start));
  batch.items.push({
    id: demoId("handover report", row.id),
    handoverId: row.id,
    kind: "happened",
    text: words.happened,
    position: 200,
    createdById: cover,
    createdAt: at,
  });
  if (!isShown) return;
  batch.questions.push({
    id: demoId("open question", row.id),
    handoverId: row.id,
    text: words.openQuestion,
    askedById: cover,
    askedAt: at,
  });
}

function handBack(
  batch: HandoverBatch,
  now: Date,
  row: Row,
  { owner, cover }: Parties,
  locale: "sv" | "en",
  isClosed: boolean,
): void {
  const at = new Date(Math.min(now.getTime(), row.toOn.getTime() + 15 * 60 * MINUTE_MS));
  batch.items.push({
    id: demoId("handover last words", row.id),
    handoverId: row.id,
    kind: "changed",
    text: HANDOVER_WORDS[locale].handBack,
    position: 201,
    createdById: cover,
    createdAt: at,
  });
  move(batch, row, "handed_back", cover, at);
  if (!isClosed) return;
  batch.withdrawn.push({ handoverId: row.id, byId: owner, at: now });
  move(batch, row, "closed", owner, now);
}
