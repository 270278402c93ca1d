import { describe, expect, it } from "vitest";
import {
  AskCancellationInput,
  DecideAbsenceInput,
  EndAbsenceInput,
  MoveAbsenceInput,
  WithdrawAbsenceInput,
} from "@/lib/absences/requests/schema";
import { ApproveWithCoverInput, CoverAbsenceInput } from "@/lib/coverage/leave-cover/schema";
import { AcceptPlanInput, DiscardPlanInput } from "@/lib/coverage/plans/schema";
import { HandBackInput, HandoverInput } from "@/lib/handovers/schema";
import { AssignRequestInput, MoveRequestInput } from "@/lib/requests/schema";

const id = "019ab3a0-0000-7000-8000-000000000001";
const days = { from: "2026-08-17", to: "2026-08-18" };

const FORMS = {
  ApproveWithCoverInput: [ApproveWithCoverInput, { id }],
  CoverAbsenceInput: [CoverAbsenceInput, { id }],
  DecideAbsenceInput: [DecideAbsenceInput, { id }],
  WithdrawAbsenceInput: [WithdrawAbsenceInput, { id }],
  MoveAbsenceInput: [MoveAbsenceInput, { id, ...days }],
  AskCancellationInput: [AskCancellationInput, { id }],
  EndAbsenceInput: [EndAbsenceInput, { id, to: "2026-08-18" }],
  AcceptPlanInput: [AcceptPlanInput, { id }],
  DiscardPlanInput: [DiscardPlanInput, { id }],
  HandoverInput: [HandoverInput, { id }],
  HandBackInput: [HandBackInput, { id, note: "" }],
  MoveRequestInput: [MoveRequestInput, { id }],
  AssignRequestInput: [AssignRequestInput, { id, assistantId: id }],
} as const;

describe("a form that changes a row", () => {
  it.each(Object.entries(FORMS))("says which version it read: %s", (_, [schema, fields]) => {
    expect(schema.safeParse({ ...fields, version: "3" }).data).toMatchObject({ version: 3 });
    for (const version of [undefined, "", "0", "-1", "1.5", "three"])
      expect(schema.safeParse({ ...fields, version }).error?.issues[0]?.path).toEqual(["version"]);
  });
});
