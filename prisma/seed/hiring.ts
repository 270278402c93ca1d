import "server-only";
import type { Manager } from "@/lib/actor";
import { asManager } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { requireAd } from "@/lib/hiring/ads/queries";
import type { AdTexts } from "@/lib/hiring/ads/rules";
import { type AdQuestion, SaveAdInput } from "@/lib/hiring/ads/schema";
import { publishAd, saveAd } from "@/lib/hiring/ads/service";
import { requireRequisition } from "@/lib/hiring/requisitions/queries";
import { CreateRequisitionInput } from "@/lib/hiring/requisitions/schema";
import { createRequisition, moveRequisition, workOutEvidence } from "@/lib/hiring/requisitions/service";
import { addDays, type Day } from "@/lib/time/day";
import { actAs } from "./act-as";
import type { DemoPool } from "./demo-office";
import { demoId, emailOf } from "./draw";
import { BOARD_CANDIDATES, type DemoCandidate, resumePdf, SALES_CANDIDATES } from "./hiring-candidates";
import { BOARD_AD, BOARD_QUESTIONS, SALES_AD, SALES_QUESTIONS } from "./hiring-words";
import { executiveId, MANAGER_ID, poolId, SECOND_MANAGER_ID } from "./people";

type DemoJob = {
  pool: string;
  title: string;
  executives: string[];
  reason: string;
  wantedInDays: number;
  moves: ("submit" | "approve")[];
  candidates?: DemoCandidate[];
  ad?: {
    texts: AdTexts;
    questions: AdQuestion[];
    place: string;
    country: string;
    currency: string;
    pay: [number, number];
  };
};

const JOBS: DemoJob[] = [
  {
    pool: "London",
    title: "Executive assistant, Sales",
    executives: ["Beatrice Laurent", "Tom Redfern"],
    reason:
      "Since June nobody in London speaks French at C1 on Fridays. Stockholm lends a colleague, which costs a day there each time.",
    wantedInDays: 63,
    moves: ["submit", "approve"],
    candidates: SALES_CANDIDATES,
    ad: {
      ...{
        texts: SALES_AD,
        questions: SALES_QUESTIONS,
        place: "London City",
        country: "GB",
        currency: "GBP",
      },
      pay: [38_000, 44_000],
    },
  },
  {
    pool: "Stockholm",
    title: "Assistant to the board office",
    executives: ["Helena Bergqvist"],
    reason: "Two assistants leave within a year.",
    wantedInDays: 90,
    moves: ["submit", "approve"],
    candidates: BOARD_CANDIDATES,
    ad: {
      ...{ texts: BOARD_AD, questions: BOARD_QUESTIONS, place: "Stockholm", country: "SE", currency: "SEK" },
      pay: [420_000, 480_000],
    },
  },
  {
    ...{ pool: "London", title: "Reception and travel assistant", executives: [], wantedInDays: 120 },
    ...{ reason: "Reception has been borrowed from the pool since spring.", moves: ["submit"] },
  },
];

/** Two jobs that are open and one that waits for approval, with what speaks for them. */
export async function writeHiring(tx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const eva = await actAs(tx, MANAGER_ID, asManager);
  const margaret = await actAs(tx, SECOND_MANAGER_ID, asManager);
  for (const job of JOBS) {
    const pool = pools.find(({ name }) => name === job.pool);
    const isEvas = job.moves.includes("approve");
    if (pool) await writeJob(isEvas ? eva : margaret, margaret, pool, monday, job);
  }
}

async function writeJob(
  ctx: Ctx<Manager>,
  other: Ctx<Manager>,
  pool: DemoPool,
  monday: Day,
  job: DemoJob,
): Promise<string> {
  const { title, reason, executives, wantedInDays } = job;
  const asked = CreateRequisitionInput.parse({
    ...{ title, reason, poolId: poolId(pool), executiveIds: executives.map(executiveId) },
    wantedOn: addDays(monday, wantedInDays),
  });
  const id = done(await createRequisition(ctx, asked)).id;
  done(await workOutEvidence(ctx, { id }));
  for (const move of job.moves) {
    const { version, canDecide } = await requireRequisition(ctx, id);
    const by = move === "approve" && !canDecide ? other : ctx;
    done(await moveRequisition(by, { id, version, move, reason: "" }));
  }
  if (job.ad) await writeAd(ctx, id, monday, job.ad);
  for (const candidate of job.candidates ?? []) await writeCandidate(ctx, id, candidate);
  return id;
}

async function writeAd(
  ctx: Ctx<Manager>,
  requisitionId: string,
  monday: Day,
  ad: NonNullable<DemoJob["ad"]>,
) {
  const { texts, pay, ...fields } = ad;
  const input = SaveAdInput.parse({
    ...{ requisitionId, version: 0, ...texts, ...fields, employer: "Norrvik", payUnit: "year" },
    ...{ payFrom: pay[0], payTo: pay[1], closesOn: addDays(monday, 32) },
  });
  done(await saveAd(ctx, input));
  const { version } = await requireAd(ctx, requisitionId);
  done(await publishAd(ctx, { requisitionId, version }));
}

const HOUR_MS = 3_600_000;

async function writeCandidate(ctx: Ctx<Manager>, requisitionId: string, demo: DemoCandidate): Promise<void> {
  const { name, locale, hoursAgo, path, answers, letter = "", via = "", resume } = demo;
  const ad = await ctx.db.jobAdVersion.findFirstOrThrow({ where: { jobAd: { requisitionId } } });
  const { questions } = await requireAd(ctx, requisitionId);
  const receivedAt = new Date(ctx.now.getTime() - hoursAgo * HOUR_MS);
  const each = (hoursAgo * HOUR_MS) / (path.length + 1);
  const at = (step: number) => new Date(receivedAt.getTime() + each * step);
  const status = path.at(-1) ?? "received";
  const bytes = resumePdf(name, resume);
  const file = {
    kind: "pdf",
    name: `${name.split(" ").at(-1)}.pdf`,
    size: bytes.length,
    createdAt: receivedAt,
  };
  await ctx.db.application.create({
    data: {
      requisition: { connect: { id: requisitionId } },
      adVersion: { connect: { id: ad.id } },
      candidate: {
        create: {
          ...{ id: demoId("candidate", name), name, locale, createdAt: receivedAt },
          email: emailOf(name).replace(/@.*/, "@mail.example"),
        },
      },
      file: { create: { ...file, bytes: { create: { bytes } } } },
      ...{ letter, via, status, receivedAt, movedAt: at(path.length), consentText: "" },
      ...(status === "rejected" && { endedAt: at(path.length), noReason: "language" }),
      answers: questions.map((question, i) => ({
        question: question[locale] || question.en,
        answer: answers[i] ?? "",
      })),
      steps: {
        create: [
          { action: "received", toStatus: "received" as const, at: receivedAt },
          ...path.map((to, i) => ({
            ...{ action: "moved", fromStatus: path[i - 1] ?? ("received" as const), toStatus: to },
            ...{ at: at(i + 1), byId: ctx.actor.userId },
          })),
        ],
      },
    },
    select: { id: true },
  });
}

function done<T>(answer: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!answer.ok) throw new Error(`the demo's job was refused: ${answer.reason}`);
  return answer.value;
}
