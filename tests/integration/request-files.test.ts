import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { forgetWaitingFiles, keepFiles } from "@/lib/files/service";
import { CommentInput } from "@/lib/requests/comments/schema";
import { commentRequest } from "@/lib/requests/comments/service";
import { listRequestFiles, requireRequestFile } from "@/lib/requests/files/queries";
import { FileSupportRequestInput } from "@/lib/requests/schema";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import { asAssistantOf, asExecutiveOf, asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createLeaveOffice } from "@/tests/support/offices/leave";

let office: Awaited<ReturnType<typeof createLeaveOffice>>;

beforeEach(async () => {
  office = await createLeaveOffice();
});

const executive = () => asExecutiveOf(office.executive.userId);
const assistant = () => asAssistantOf(office.assistant.userId);
const file = (name: string, text = "%PDF-1.7") => new File([text], name);

async function kept(ctx: Parameters<typeof keepFiles>[0], ...files: File[]): Promise<string[]> {
  const answer = await keepFiles(ctx, files);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.map(({ id, name }) => `${id} ${name}`);
}

async function filedWith(fileIds: string[], overrides: object = {}): Promise<string> {
  const input = FileSupportRequestInput.parse({ summary: "Book the trip", fileIds, ...overrides });
  const answer = await fileSupportRequest(await executive(), input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

describe("files of a request", () => {
  it("are for those who may read its words, and go with it", async () => {
    const id = await filedWith(await kept(await executive(), file("Ticket.pdf")), { confidential: true });
    const [ticket] = await listRequestFiles(await assistant(), { id });
    expect(ticket).toMatchObject({ name: "Ticket.pdf", kind: "pdf", size: 8, commentId: null });
    const served = await requireRequestFile(await assistant(), ticket?.id ?? "");
    expect(Buffer.from(served.bytes).toString()).toBe("%PDF-1.7");
    expect(await listRequestFiles(await asManagerOf(office.manager.userId), { id })).toEqual([]);
    for (const other of [
      await asManagerOf(office.manager.userId),
      await asAssistantOf(office.colleague.userId),
    ])
      await expect(requireRequestFile(other, ticket?.id ?? "")).rejects.toThrow(NotFoundError);
    await testDb().requestFile.deleteMany();
    expect(await testDb().fileBytes.count()).toBe(0);
  });

  it("may be internal with the word they were sent with", async () => {
    const id = await filedWith([]);
    const fileIds = await kept(await assistant(), file("Notes.txt", "For us"));
    const word = CommentInput.parse({ id, text: "Look at this", internal: true, fileIds });
    expect(await commentRequest(await assistant(), word)).toMatchObject({ ok: true });
    expect(await listRequestFiles(await assistant(), { id })).toHaveLength(1);
    expect(await listRequestFiles(await executive(), { id })).toEqual([]);
  });

  it("are refused for what they hold and how many they are, and only one's own can be used", async () => {
    const ctx = await executive();
    expect(await keepFiles(ctx, [file("Ticket.pdf", "MZ\u0000")])).toMatchObject({
      reason: "file_kind",
      details: { name: "Ticket.pdf" },
    });
    expect(await keepFiles(ctx, [file("Empty.pdf", "")])).toMatchObject({ reason: "file_empty" });
    expect(await testDb().storedFile.count()).toBe(0);
    const theirs = await kept(await assistant(), file("Ticket.pdf"));
    await expect(filedWith(theirs)).rejects.toThrow(NotFoundError);
    const id = await filedWith(await kept(ctx, ...Array.from({ length: 10 }, () => file("One.pdf"))));
    const more = CommentInput.parse({ id, text: "One more", fileIds: await kept(ctx, file("Eleventh.pdf")) });
    expect(await commentRequest(ctx, more)).toMatchObject({ reason: "files_too_many" });
  });

  it("are forgotten after a day where nothing came that they belong to", async () => {
    const id = await filedWith(await kept(await executive(), file("Used.pdf")));
    await kept(await executive(), file("Left.pdf"));
    await forgetWaitingFiles({ db: testDb(), now: new Date("2026-08-19T07:00:00Z") });
    expect(await testDb().storedFile.count()).toBe(1);
    expect(await listRequestFiles(await executive(), { id })).toHaveLength(1);
  });
});
