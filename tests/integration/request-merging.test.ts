import { expect, it } from "vitest";
import { listComments } from "@/lib/requests/comments/queries";
import { CommentInput } from "@/lib/requests/comments/schema";
import { commentRequest } from "@/lib/requests/comments/service";
import { mergeRequests, splitRequest } from "@/lib/requests/merging/service";
import { requireSupportRequest } from "@/lib/requests/queries";
import { FileSupportRequestInput } from "@/lib/requests/schema";
import { cancelSupportRequest } from "@/lib/requests/service";
import { startRequest } from "@/lib/requests/service-assistant";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import { asAssistantOf, asExecutiveOf, MONDAY_MORNING } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createLeaveOffice } from "@/tests/support/offices/leave";
import { current } from "@/tests/support/versions";

it("two requests of one executive become one that can be split again; others and called off ones don't", async () => {
  const office = await createLeaveOffice();
  const assistant = await asAssistantOf(office.assistant.userId);
  const filed = async (summary: string, minute: number, overrides: object = {}) => {
    const at = new Date(MONDAY_MORNING.getTime() + minute * 60_000);
    const executive = await asExecutiveOf(office.executive.userId, at);
    const answer = await fileSupportRequest(
      executive,
      FileSupportRequestInput.parse({ summary, ...overrides }),
    );
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value.id;
  };
  const older = await filed("A table", 0, { details: "For four" });
  const younger = await filed("The table again", 1, { details: "For five, rather" });
  const secret = await filed("Confidential", 2, { confidential: true });
  await startRequest(assistant, await current("support_requests", younger));
  await commentRequest(assistant, CommentInput.parse({ id: younger, text: "By the window?" }));
  const merge = async (id: string, intoId: string) =>
    mergeRequests(assistant, { ...(await current("support_requests", id)), intoId });
  expect(await merge(older, secret)).toMatchObject({ reason: "merge_not_possible" });
  expect(await merge(older, older)).toMatchObject({ reason: "merge_not_possible" });
  const version = (await current("support_requests", older)).version + 1;
  expect(await mergeRequests(assistant, { id: older, version, intoId: younger })).toMatchObject({
    reason: "changed_since_read",
  });
  expect(await merge(older, younger)).toMatchObject({
    value: { id: younger, stays: older, status: "cancelled" },
  });
  const executive = await asExecutiveOf(office.executive.userId);
  const words = (await listComments(executive, { id: older })).map(({ text }) => text).sort();
  expect(words).toEqual(["By the window?", "The table again\n\nFor five, rather"]);
  expect(await requireSupportRequest(executive, younger)).toMatchObject({ mergedIntoId: older });
  expect(await merge(younger, older)).toMatchObject({ reason: "merge_not_possible" });
  expect(await splitRequest(assistant, await current("support_requests", younger))).toMatchObject({
    value: { status: "in_progress" },
  });
  expect(await listComments(executive, { id: older })).toEqual([]);
  await cancelSupportRequest(executive, await current("support_requests", older));
  expect(await splitRequest(assistant, await current("support_requests", older))).toMatchObject({
    reason: "not_possible_now",
  });
  const reopened = testDb().supportRequest.update({ where: { id: older }, data: { status: "new" } });
  await expect(reopened).rejects.toThrow(/cancelled/);
  const into = (id: string) => testDb().$executeRaw`
    UPDATE support_requests SET merged_into_id = ${id}::uuid, merged_from = 'new' WHERE id = ${older}::uuid`;
  for (const id of [older, secret]) await expect(into(id)).rejects.toThrow(/merged/);
});
