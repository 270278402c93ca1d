import { expect } from "vitest";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { openCase } from "@/lib/disputes/cases/queries";
import type { CaseView } from "@/lib/disputes/cases/schema";
import { acknowledgeCase, triageCase } from "@/lib/disputes/cases/service";
import { allowPerson, letIn } from "@/lib/disputes/cases/service-people";
import type { BeginCaseInput } from "@/lib/disputes/raising/schema";
import { day } from "@/lib/time/day";
import { asAssistantOf, asExecutiveOf, asManagerOf } from "../contexts";
import { raise } from "../factories/disputes";
import { createOffice } from "./two-pools";

/** The office, with who raises something about its executive, and how that goes on. */
export async function createConversationOffice() {
  const office = await createOffice();
  const asWriter = (now?: Date) => asAssistantOf(office.assistant.userId, now);
  const asManager = (now?: Date) => asManagerOf(office.manager.userId, now);

  const aboutExecutive = async (overrides: Partial<BeginCaseInput> = {}) =>
    raise(await asWriter(), { personIds: [office.executive.userId], ...overrides });

  /** Sent, answered and sorted, with the executive let in. */
  async function underWay(promisedOn = day("2026-09-15")): Promise<string> {
    const id = await aboutExecutive();
    await acknowledgeCase(await asManager(), { id, version: 2, words: "I call you today." });
    const sorted = { id, version: 3, tier: 2 as const, reason: "", promisedOn };
    expect(await triageCase(await asManager(), sorted)).toMatchObject({ ok: true });
    const other = { id, userId: office.executive.userId };
    expect(await letIn(await asManager(), other)).toMatchObject({ reason: "writer_has_not_allowed" });
    await allowPerson(await asWriter(), other);
    expect(await letIn(await asManager(), other)).toMatchObject({ ok: true });
    return id;
  }

  return {
    ...office,
    asWriter,
    asManager,
    asOtherManager: (now?: Date) => asManagerOf(office.otherManager.userId, now),
    asExecutive: (now?: Date) => asExecutiveOf(office.executive.userId, now),
    aboutExecutive,
    underWay,
  };
}

export type ConversationOffice = Awaited<ReturnType<typeof createConversationOffice>>;

/** A conversation as somebody reads it. */
export async function readConversation(ctx: Ctx<Person>, id: string): Promise<CaseView> {
  const answer = await openCase(ctx, id);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}
