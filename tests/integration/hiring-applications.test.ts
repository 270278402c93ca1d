import { beforeEach, describe, expect, it } from "vitest";
import {
  findDraft,
  listApplications,
  requireApplication,
  requireResume,
} from "@/lib/hiring/applications/queries";
import type { MANAGER_MOVES } from "@/lib/hiring/applications/rules";
import {
  moveApplication,
  releaseApplication,
  undoNo,
  withdrawByLink,
} from "@/lib/hiring/applications/service";
import { apply, type SentApplication } from "@/lib/hiring/applications/service-apply";
import { eraseByLink, forgetCandidates } from "@/lib/hiring/applications/service-forgetting";
import { moveRequisition } from "@/lib/hiring/requisitions/service";
import { getResumeText } from "@/lib/hiring/resumes/queries";
import { readResumeAgain, readResumes } from "@/lib/hiring/resumes/service";
import type { ResumeReply } from "@/lib/hiring/worker/read";
import { hashOfSecret } from "@/lib/secrets";
import { resumePdf } from "@/prisma/seed/hiring-candidates";
import { asManagerOf, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createAd, createRequisitionRow } from "../support/factories/hiring";
import { createLeaveOffice, type LeaveOffice } from "../support/offices/leave";

const CANARY = "Zebulon Quagga";
const TOKEN = "a-private-link-of-a-candidate";

let office: LeaveOffice;
let requisitionId: string;
let ad: { id: string; slug: string };
const anyone = (now = MONDAY_MORNING) => ({ db: testDb(), now });
const manager = (now = MONDAY_MORNING) => asManagerOf(office.manager.userId).then((ctx) => ({ ...ctx, now }));

beforeEach(async () => {
  office = await createLeaveOffice();
  const { id } = await createRequisitionRow(testDb(), {
    ...{ poolId: office.ids.pool, requestedById: office.manager.userId },
  });
  requisitionId = id;
  ad = await createAd(testDb(), { requisitionId, createdById: office.manager.userId });
});

const pdf = () => new File([resumePdf(CANARY, ["Ten years with calendars"])], "../CV.exe");

function sent(changes: Partial<SentApplication> = {}): SentApplication {
  return {
    ...{ slug: ad.slug, locale: "en", via: "", trap: "", startedAt: MONDAY_MORNING.getTime() - 60_000 },
    ...{
      file: pdf(),
      draftId: null,
      consentWords: ({ employer, months }) => `${employer} keeps it ${months} months.`,
      mayTry: true,
      ...changes,
    },
    fields: {
      ...{ name: CANARY, email: "Zebulon@Mail.example", phone: "", letter: `I am ${CANARY}` },
      ...{ answers: ["In May"], consent: true, ...changes.fields },
    },
  };
}

async function only() {
  const [card] = await listApplications(await manager(), requisitionId);
  return requireApplication(await manager(), card?.id ?? "");
}

async function linkTo(applicationId: string) {
  await testDb().candidateLink.create({
    data: { tokenHash: hashOfSecret(TOKEN), applicationId, createdAt: MONDAY_MORNING },
  });
  return { token: TOKEN };
}

async function moveTo(
  move: (typeof MANAGER_MOVES)[number],
  now = MONDAY_MORNING,
  noReason: "other" | null = null,
) {
  const { id, version } = await only();
  return moveApplication(await manager(now), { id, version, move, noReason });
}

describe("a résumé", () => {
  const read = (reply: ResumeReply) => readResumes({ ...anyone(), actor: null }, async () => reply);
  const found = async (q: string) => (await listApplications(await manager(), requisitionId, q)).length;

  it("is read once, and found by its words in any form, by name and by a number in any notation", async () => {
    await apply(anyone(), sent({ fields: { ...sent().fields, phone: "070-123 45 67" } }));
    const { id } = await only();
    expect(await getResumeText(await manager(), id)).toBeNull();
    expect(await read({ ok: true, text: "Kalendrar och resor på Åland" })).toBe(1);
    expect(await read({ ok: true, text: "never" })).toBe(0);
    for (const q of ["kalendrarna", "aland", "resa", "zebulon", "+46 70 1234567", "quagga"])
      expect(await found(q), q).toBe(1);
    expect(await found("typewriter")).toBe(0);
    await expect(getResumeText(await asManagerOf(office.otherManager.userId), id)).rejects.toThrow(
      "not found",
    );
  });

  it("that can't be read says why, leaves the application as it is, and is tried again when asked to", async () => {
    await apply(anyone(), sent());
    const { id } = await only();
    await read({ ok: false, fault: "too_much" });
    expect(await getResumeText(await manager(), id)).toEqual({ text: "", fault: "too_much" });
    expect(await only()).toMatchObject({ status: "received", resume: { kind: "pdf" } });
    expect(await read({ ok: true, text: "not yet" })).toBe(0);
    await readResumeAgain(await manager(), { id });
    await read({ ok: true, text: "Calendars" });
    expect(await getResumeText(await manager(), id)).toEqual({ text: "Calendars", fault: null });
  });
});

describe("an application", () => {
  it("comes in with its file, once for an address however it is written, with the same answer", async () => {
    expect(await apply(anyone(), sent())).toEqual({ kind: "done" });
    expect(
      await apply(anyone(), sent({ fields: { ...sent().fields, email: " zebulon@mail.EXAMPLE " } })),
    ).toEqual({
      kind: "done",
    });
    expect(await only()).toMatchObject({
      ...{ name: CANARY, email: "zebulon@mail.example", resume: { name: "CV.exe.pdf", kind: "pdf" } },
      answers: [{ question: "When could you start?", answer: "In May" }],
    });
    const { consentText } = await testDb().application.findFirstOrThrow();
    expect(consentText).toMatch(/^.+ keeps it 24 months\.$/);
  });

  it("keeps what was typed and the file where something is missing, and takes both from there", async () => {
    const faulty = await apply(
      anyone(),
      sent({ fields: { ...sent().fields, answers: [""], consent: false } }),
    );
    const draftId = faulty.kind === "faulty" ? faulty.draftId : "";
    expect(await findDraft(anyone(), ad.id, draftId)).toMatchObject({
      ...{ name: CANARY, fileName: "CV.exe.pdf", faults: expect.arrayContaining(["consent", "answers.0"]) },
    });
    expect(await apply(anyone(), sent({ file: null, draftId }))).toEqual({ kind: "done" });
    expect((await only()).resume?.name).toBe("CV.exe.pdf");
  });

  it("is held back where it looks like spam, and released by a manager", async () => {
    await apply(anyone(), sent({ trap: "http://buy" }));
    const { id, version, isHeld } = await only();
    expect(isHeld).toBe(true);
    await releaseApplication(await manager(), { id, version });
    expect((await only()).isHeld).toBe(false);
  });

  it("is not known to managers of other pools, its résumé neither", async () => {
    await apply(anyone(), sent());
    const { id } = await only();
    const other = await asManagerOf(office.otherManager.userId);
    await expect(requireApplication(other, id)).rejects.toThrow();
    await expect(requireResume(other, id)).rejects.toThrow();
    expect((await requireResume(await manager(), id)).bytes.length).toBeGreaterThan(100);
    expect((await only()).steps[0]).toMatchObject({ action: "opened", by: "Person manager" });
  });

  it("gets a no with a reason, which is undone within its minute and not after", async () => {
    await apply(anyone(), sent());
    await moveTo("to_screening");
    expect(await moveTo("answer_no")).toMatchObject({ reason: "hiring_reason_missing" });
    expect(await moveTo("answer_no", MONDAY_MORNING, "other")).toMatchObject({ ok: true });
    const { id, version } = await only();
    const late = new Date(MONDAY_MORNING.getTime() + 60_001);
    expect(await undoNo(await manager(late), { id, version })).toMatchObject({ reason: "cannot_undo" });
    expect(await undoNo(await manager(), { id, version })).toMatchObject({ value: { status: "screening" } });
  });

  it("keeps its requisition open until it is answered", async () => {
    await apply(anyone(), sent());
    const fill = { id: requisitionId, version: 1, move: "fill" as const, reason: "" };
    expect(await moveRequisition(await manager(), fill)).toMatchObject({ reason: "applications_open" });
  });

  it("is taken back by its link, and a link that nobody has opens nothing", async () => {
    await apply(anyone(), sent());
    const link = await linkTo((await only()).id);
    expect(await withdrawByLink(anyone(), { token: "nobody-has-such-a-link" })).toMatchObject({
      reason: "link_unknown",
    });
    await withdrawByLink(anyone(), link);
    expect(await withdrawByLink(anyone(), link)).toMatchObject({ ok: true });
    expect((await only()).status).toBe("withdrawn");
  });
});

describe("forgetting a candidate", () => {
  async function isFound(): Promise<boolean> {
    const tables = await testDb().$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
    for (const { name } of tables) {
      const rows = await testDb().$queryRawUnsafe<{ found: boolean }[]>(
        `SELECT EXISTS (SELECT FROM "${name}" t WHERE t::text ~* 'quagga|zebulon|${Buffer.from("Quagga").toString("hex")}') AS found`,
      );
      if (rows[0]?.found) return true;
    }
    return false;
  }

  it("leaves no word of them in any table, and how far they came", async () => {
    await apply(anyone(), sent());
    await readResumes({ ...anyone(), actor: null }, async () => ({ ok: true, text: `${CANARY}, calendars` }));
    await moveTo("to_screening");
    expect(await isFound()).toBe(true);
    await eraseByLink(anyone(), await linkTo((await only()).id));
    expect(await isFound()).toBe(false);
    expect(await only()).toMatchObject({
      name: null,
      status: "withdrawn",
      resume: null,
      answers: [],
      letter: "",
    });
    expect(await eraseByLink(anyone(), { token: TOKEN })).toMatchObject({ reason: "link_unknown" });
  });

  it("comes by itself when what the region allows is over, and not before", async () => {
    await apply(anyone(), sent());
    await moveTo("answer_no", MONDAY_MORNING, "other");
    const later = (months: number) => ({ ...anyone(new Date(Date.UTC(2026, 7 + months, 18))), actor: null });
    expect(await forgetCandidates(later(23))).toEqual({ count: 0 });
    expect(await forgetCandidates(later(24))).toEqual({ count: 1 });
    expect(await forgetCandidates(later(25))).toEqual({ count: 0 });
    expect(await isFound()).toBe(false);
  });
});
