"use server";
import { z } from "zod";
import { requirePerson } from "@/lib/auth/guards";
import type { Ctx } from "@/lib/context";
import { findNameable } from "@/lib/disputes/access/queries-handlers";
import {
  AcknowledgeCaseInput,
  CasePersonInput,
  CloseCaseInput,
  EndCaseInput,
  MovePromiseInput,
  TextIdInput,
  TriageCaseInput,
  WriteTextInput,
} from "@/lib/disputes/cases/schema";
import {
  acknowledgeCase,
  closeCase,
  escalateCase,
  movePromise,
  reopenCase,
  triageCase,
  withdrawCase,
} from "@/lib/disputes/cases/service";
import { allowPerson, letIn, stepDown } from "@/lib/disputes/cases/service-people";
import { releaseText, writeText } from "@/lib/disputes/cases/service-texts";
import {
  BeginCaseInput,
  CaseIdInput,
  CaseVersionInput,
  ChangeDraftInput,
  FindNameableInput,
} from "@/lib/disputes/raising/schema";
import { beginCase, changeDraft, poolOfWriter, throwDraftAway } from "@/lib/disputes/raising/service";
import { refusalUnlessProven } from "@/lib/proof";
import { ok } from "@/lib/result";
import { formAction } from "@/lib/server/form-action";
import type { FoundPerson } from "../forms/people-choices";

const AREAS = ["assistant", "executive", "manager"] as const;
const PAGES = { revalidate: AREAS.map((area) => `/${area}/conversations`) };
const Area = z.enum(AREAS);

/** Where one reads on: the list after a draft was kept, the conversation once it is sent. */
function after({ area, id, isSent }: { area: string; id: string; isSent: boolean }): string {
  return isSent ? `/${area}/conversations/${id}?sent` : `/${area}/conversations`;
}

/** Keeps what somebody begins to raise, or sends it. */
export const begin = formAction(
  requirePerson,
  BeginCaseInput.extend({ area: Area }),
  async (ctx, { area, ...input }) => {
    const answer = await beginCase(ctx, input);
    return answer.ok ? ok({ ...answer.value, area }) : answer;
  },
  { ...PAGES, redirectTo: after },
);

/** The same of a draft. */
export const change = formAction(
  requirePerson,
  ChangeDraftInput.extend({ area: Area }),
  async (ctx, { area, ...input }) => {
    const answer = await changeDraft(ctx, input);
    return answer.ok ? ok({ ...answer.value, area }) : answer;
  },
  { ...PAGES, redirectTo: after },
);

/** Throws a draft away. */
export const throwAway = formAction(
  requirePerson,
  CaseVersionInput.extend({ area: Area }),
  async (ctx, { area, ...input }) => {
    const answer = await throwDraftAway(ctx, input);
    return answer.ok ? ok({ area }) : answer;
  },
  { ...PAGES, redirectTo: ({ area }) => `/${area}/conversations` },
);

/** Shows that it is they who read, for ten minutes. */
export const showThatItIsMe = formAction(
  requirePerson,
  z.strictObject({}),
  async (ctx: Ctx) => refusalUnlessProven(ctx) ?? ok({}),
  { ...PAGES, mayRepeat: true },
);

export const acknowledge = formAction(requirePerson, AcknowledgeCaseInput, acknowledgeCase, PAGES);
export const triage = formAction(requirePerson, TriageCaseInput, triageCase, PAGES);
export const moveDay = formAction(requirePerson, MovePromiseInput, movePromise, PAGES);
export const escalate = formAction(requirePerson, EndCaseInput, escalateCase, PAGES);
export const close = formAction(requirePerson, CloseCaseInput, closeCase, PAGES);
export const withdraw = formAction(requirePerson, EndCaseInput, withdrawCase, PAGES);
export const reopen = formAction(requirePerson, CaseVersionInput, reopenCase, PAGES);
export const allow = formAction(requirePerson, CasePersonInput, allowPerson, PAGES);
export const admit = formAction(requirePerson, CasePersonInput, letIn, PAGES);
export const write = formAction(requirePerson, WriteTextInput, writeText, PAGES);
export const release = formAction(requirePerson, TextIdInput, releaseText, PAGES);

/** Hands it to the next person; what was open is no longer there for whoever did. */
export const handOver = formAction(
  requirePerson,
  CaseIdInput.extend({ area: Area }),
  async (ctx, { area, ...input }) => {
    const answer = await stepDown(ctx, input);
    return answer.ok ? ok({ area }) : answer;
  },
  { ...PAGES, redirectTo: ({ area }) => `/${area}/conversations` },
);

/** People who can be named, for a field that searches as one types. */
export async function findPeopleToName(q: string): Promise<FoundPerson[]> {
  const ctx = await requirePerson();
  const asked = FindNameableInput.safeParse({ q });
  if (!asked.success) return [];
  const found = await findNameable(ctx, poolOfWriter(ctx.actor), asked.data.q);
  return found.map(({ userId, name, hint }) => ({ value: userId, label: name, hint }));
}
