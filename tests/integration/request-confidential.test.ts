import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { openHandovers } from "@/lib/handovers/service-open";
import { findForAssistant, findForManager } from "@/lib/insight/search/queries";
import { listComments } from "@/lib/requests/comments/queries";
import { commentRequest } from "@/lib/requests/comments/service";
import { syncHolders } from "@/lib/requests/holders/service";
import { tellDue } from "@/lib/requests/levels/service-due";
import {
  listPoolRequests,
  listServedRequests,
  listVisibleRequests,
  requirePoolRequest,
  requireSupportRequest,
} from "@/lib/requests/queries";
import { ListRequestsInput } from "@/lib/requests/schema";
import { startRequest } from "@/lib/requests/service-assistant";
import { asSystem } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createRequestOffice, type RequestOffice } from "@/tests/support/offices/requests-filed";
import { current } from "@/tests/support/versions";

const TUESDAY = new Date("2026-08-18T07:00:00Z");
const CANARY = "Xylophone";

let office: RequestOffice;

beforeEach(async () => {
  office = await createRequestOffice();
});

const asRead = (id: string) => current("support_requests", id);

describe("a confidential request", () => {
  const words = { summary: `${CANARY} one`, details: `${CANARY} two`, confidential: true };
  const all = ListRequestsInput.parse({});
  const search = ListRequestsInput.parse({ q: CANARY });

  it("shows a manager its type, clock and holder, and none of its words, in lists or by search", async () => {
    await office.promiseEverything();
    const id = await office.filed(words);
    const { request } = await requirePoolRequest(await office.asTheManager(), id);
    expect(request).toMatchObject({
      summary: "",
      details: "",
      confidential: true,
      assigneeId: office.ids.assistantId,
      serviceLevel: { answer: { state: "running" } },
    });
    const seen = [
      await listPoolRequests(await office.asTheManager(), all),
      await listPoolRequests(await office.asTheManager(), search),
      await listVisibleRequests(await office.asTheManager(), all),
      await findForManager(await office.asTheManager(), CANARY),
    ];
    expect(JSON.stringify(seen)).not.toContain(CANARY);
    expect((await listPoolRequests(await office.asTheManager(), search)).items).toEqual([]);
    await commentRequest(await office.asTheAssistant(), { id, text: `${CANARY} three`, internal: true });
    expect(await listComments(await office.asTheManager(), { id })).toEqual([]);
    await expect(
      commentRequest(await office.asTheManager(), { id, text: "x", internal: true }),
    ).rejects.toThrow(NotFoundError);
  });

  it("is seen by whoever has it, and no longer by whoever had it", async () => {
    const id = await office.filed(words);
    expect((await requireSupportRequest(await office.asTheAssistant(), id)).summary).toContain(CANARY);
    await office.coveredOn("2026-08-18");
    await syncHolders(asSystem(TUESDAY));
    expect((await requireSupportRequest(await office.asTheColleague(TUESDAY), id)).summary).toContain(CANARY);
    await expect(requireSupportRequest(await office.asTheAssistant(TUESDAY), id)).rejects.toThrow(
      NotFoundError,
    );
    const seen = [
      await listServedRequests(await office.asTheAssistant(TUESDAY), all),
      await findForAssistant(await office.asTheAssistant(TUESDAY), CANARY),
    ];
    expect(JSON.stringify(seen)).not.toContain(CANARY);
  });

  it("leaves no word in notices, the audit log or handovers", async () => {
    await office.promiseEverything();
    const id = await office.filed(words);
    await startRequest(await office.asTheAssistant(), await asRead(id));
    await commentRequest(await office.asTheAssistant(), { id, text: `${CANARY} three`, internal: false });
    await commentRequest(await office.asTheExecutive(), { id, text: `${CANARY} four`, internal: false });
    await office.coveredOn("2026-08-18");
    await syncHolders(asSystem(TUESDAY));
    await tellDue(asSystem(new Date("2026-08-19T07:00:00Z")));
    await openHandovers(asSystem());
    await openHandovers(asSystem(TUESDAY));
    const written = [
      await testDb().notification.findMany(),
      await testDb().auditEvent.findMany({ select: { data: true } }),
      await testDb().handoverItem.findMany(),
    ];
    expect(written[0]?.length).toBeGreaterThan(3);
    expect(JSON.stringify(written)).not.toContain(CANARY);
  });
});
