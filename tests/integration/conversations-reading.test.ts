import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listCases, openCase } from "@/lib/disputes/cases/queries";
import type { CaseView } from "@/lib/disputes/cases/schema";
import { acknowledgeCase, withdrawCase } from "@/lib/disputes/cases/service";
import { allowPerson, letIn, stepDown } from "@/lib/disputes/cases/service-people";
import { releaseText, writeText } from "@/lib/disputes/cases/service-texts";
import { beginCase } from "@/lib/disputes/raising/service";
import { NotFoundError } from "@/lib/errors";
import { exportOwnData } from "@/lib/insight/personal/queries";
import { MONDAY_MORNING } from "@/tests/support/contexts";
import { makeRaised } from "@/tests/support/factories/disputes";
import {
  type ConversationOffice,
  createConversationOffice,
  readConversation,
} from "@/tests/support/offices/conversations";

let office: ConversationOffice;

beforeEach(async () => {
  office = await createConversationOffice();
});

describe("who reads what", () => {
  it("a statement is its author's and the handler's until its author releases it, a note the handler's", async () => {
    const id = await office.underWay();
    expect((await readConversation(await office.asExecutive(), id)).texts).toEqual([]);
    await writeText(await office.asManager(), { id, kind: "note", words: "Both ask for a fixed time." });
    const own = await writeText(await office.asExecutive(), {
      id,
      kind: "statement",
      words: "My days end late.",
    });
    const textId = own.ok ? own.value.id : "";
    await expect(releaseText(await office.asManager(), { id, textId })).rejects.toThrow(NotFoundError);
    const wordsOf = async (ctx: Ctx<Person>) =>
      (await readConversation(ctx, id)).texts.map(({ words }) => words);
    expect((await wordsOf(await office.asWriter())).sort()).toEqual([
      "I call you today.",
      "Requests reach me after 16:00.",
    ]);
    await releaseText(await office.asExecutive(), { id, textId });
    expect(await wordsOf(await office.asWriter())).toContain("My days end late.");
    expect(await wordsOf(await office.asWriter())).not.toContain("Both ask for a fixed time.");
    await expect(writeText(await office.asWriter(), { id, kind: "note", words: "x" })).rejects.toThrow(
      NotFoundError,
    );
  });

  it("who looked and when is seen by all who may see it; whom the writer named and nobody let in is not", async () => {
    const id = await office.aboutExecutive();
    await readConversation(await office.asManager(), id);
    const people = (view: CaseView) => view.people.map(({ userId, lookedAt }) => [userId, lookedAt !== null]);
    expect(people(await readConversation(await office.asWriter(), id))).toEqual([
      [office.assistant.userId, false],
      [office.executive.userId, false],
      [office.manager.userId, true],
    ]);
    await expect(openCase(await office.asExecutive(), id)).rejects.toThrow(NotFoundError);
    expect(await listCases(await office.asExecutive())).toEqual([]);
  });

  it("asks whoever reads to show that it is they, before it is looked for", async () => {
    const id = await office.aboutExecutive();
    const stale = { idHash: "none", provenAt: new Date(MONDAY_MORNING.getTime() - 601_000) };
    const ctx = await office.asWriter();
    const unproven = { ...ctx, actor: { ...ctx.actor, session: stale } };
    expect(await openCase(unproven, id)).toMatchObject({ reason: "proof_needed" });
    expect(await openCase(unproven, crypto.randomUUID())).toEqual(await openCase(unproven, id));
  });

  it("another's, a draft of another's and one that never was are the same to everybody", async () => {
    const id = await office.aboutExecutive();
    const draft = await beginCase(await office.asWriter(), makeRaised({ intent: "save" }));
    const ids = [id, draft.ok ? draft.value.id : "", crypto.randomUUID()];
    const input = { version: 2, words: "x", reason: "x", kind: "statement" as const, userId: ids[0] ?? "" };
    for (const ctx of [await office.asExecutive(), await office.asOtherManager()])
      for (const verb of [openCase, acknowledgeCase, withdrawCase, stepDown, writeText, allowPerson, letIn]) {
        const answers = await Promise.all(
          ids.map((one) =>
            (verb === openCase
              ? openCase(ctx, one)
              : (verb as typeof stepDown)(ctx, { ...input, id: one })
            ).then(
              () => "answered",
              (error: Error) => `${error.name} ${error.message}`,
            ),
          ),
        );
        expect(new Set(answers)).toEqual(new Set(["Error conversation not found"]));
      }
  });
});

describe("a person's own data", () => {
  it("holds what they wrote and what was released to them, nothing else, and not what they handle", async () => {
    const id = await office.underWay();
    await writeText(await office.asManager(), { id, kind: "note", words: "A note." });
    await writeText(await office.asWriter(), { id, kind: "statement", words: "Not for others." });
    const own = await writeText(await office.asExecutive(), {
      id,
      kind: "statement",
      words: "My days end late.",
    });
    const wordsOf = async (ctx: Ctx<Person>) => {
      const answer = await exportOwnData(ctx, {});
      const rows = (answer.ok && answer.value.tables.conversations) || [];
      return rows.map(({ words }) => words).sort();
    };
    expect(await wordsOf(await office.asExecutive())).toEqual(["My days end late."]);
    await releaseText(await office.asExecutive(), { id, textId: own.ok ? own.value.id : "" });
    expect(await wordsOf(await office.asWriter())).toEqual([
      "I call you today.",
      "My days end late.",
      "Not for others.",
      "Requests reach me after 16:00.",
    ]);
    expect(await wordsOf(await office.asManager())).toEqual(["A note.", "I call you today."]);
    expect(await wordsOf(await office.asOtherManager())).toEqual([]);
  });
});
