import type { Ctx } from "@/lib/context";
import { letterNotice } from "@/lib/letters/notices";
import type { FieldValues } from "@/lib/letters/rules-fields";
import { valuesOfVersion } from "@/lib/letters/rules-own-values";
import { notify } from "@/lib/notices/service-notify";
import { dayIn } from "@/lib/time/zone";
import type { DemoPool } from "./demo-office";
import { DEMO_LETTERS, LETTER_TEMPLATES } from "./letter-words";
import { DEMO_ASSISTANT, poolId, userId } from "./people";

const EXECUTIVE = "Helena Bergqvist";
const HOUR_MS = 3_600_000;

type Letter = (typeof DEMO_LETTERS)[number];
type Request = { id: string; summary: string; title: string; zone: string };

/** The usual letters of each pool, and letters of one executive in each state. */
export async function writeLetters(ctx: Ctx, pools: readonly DemoPool[]): Promise<void> {
  await ctx.db.letterTemplate.createMany({
    data: pools.flatMap((pool) =>
      LETTER_TEMPLATES.map((words) => ({ ...words, poolId: poolId(pool), updatedAt: ctx.now })),
    ),
  });
  const rows = await ctx.db.supportRequest.findMany({
    where: {
      executive: { userId: userId(EXECUTIVE) },
      status: { in: ["assigned", "in_progress", "waiting"] },
      typeId: { not: "phone_message" },
    },
    orderBy: { createdAt: "desc" },
    select: {
      ...{ id: true, summary: true },
      executive: { select: { title: true, pool: { select: { timeZone: true } } } },
    },
  });
  const requests = rows.map(({ id, summary, executive: { title, pool } }) => {
    return { id, summary, title, zone: pool.timeZone };
  });
  for (const [i, letter] of DEMO_LETTERS.entries()) {
    const request = requests[i % requests.length];
    if (request) await writeLetter(ctx, letter, request, (DEMO_LETTERS.length - i) * HOUR_MS);
  }
}

async function writeLetter(ctx: Ctx, letter: Letter, request: Request, ago: number): Promise<void> {
  const words = LETTER_TEMPLATES.find(({ name }) => name === letter.template);
  if (!words) return;
  const { subject, body, language } = words;
  const at = new Date(ctx.now.getTime() - ago);
  const { recipientEmail = "" } = letter;
  const by = { writtenById: userId(DEMO_ASSISTANT), subject, body, recipientEmail };
  const today = dayIn(request.zone, at);
  const filled = (values: FieldValues) =>
    valuesOfVersion(language, values, {
      executive: EXECUTIVE,
      title: request.title,
      assistant: DEMO_ASSISTANT,
      today,
    });
  const decided = (decision: "approved" | "returned", remarks: string) => ({
    ...{ decision, remarks, decidedById: userId(EXECUTIVE), decidedAt: at },
  });
  const { before, status } = letter;
  const isDone = status === "approved" || status === "sent";
  const earlier = before && {
    ...{ ...by, number: 1, values: filled(before.values), writtenAt: new Date(at.getTime() - HOUR_MS) },
    ...decided("returned", before.remarks),
  };
  const latest = {
    ...{ ...by, number: earlier ? 2 : 1, values: filled(letter.values), writtenAt: at },
    ...(status === "returned" && decided("returned", "En rad om att vi gärna ses till våren?")),
    ...(isDone && decided("approved", "")),
  };
  const { id } = await ctx.db.letter.create({
    data: {
      ...{ requestId: request.id, language, createdById: by.writtenById, number: latest.number },
      ...{ status: isDone ? "for_approval" : status, createdAt: at, updatedAt: at },
      versions: { create: earlier ? [earlier, latest] : [latest] },
    },
    select: { id: true },
  });
  if (isDone) await ctx.db.letter.update({ where: { id }, data: { status: "approved", updatedAt: at } });
  const posted = { sentVia: "post", postedOn: new Date(at.toISOString().slice(0, 10)) } as const;
  const sent = { status: "sent", ...posted, sentAt: at, sentById: by.writtenById, updatedAt: at } as const;
  if (status === "sent") await ctx.db.letter.update({ where: { id }, data: sent });
  const told = { letterId: id, summary: request.summary, name: DEMO_ASSISTANT };
  if (status === "for_approval")
    await notify(ctx, letterNotice("letter_to_approve", [userId(EXECUTIVE)], told));
}
