import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { getRating } from "@/lib/requests/ratings/queries";
import { RateRequestInput } from "@/lib/requests/ratings/schema";
import { rateRequest } from "@/lib/requests/ratings/service";
import { FileSupportRequestInput } from "@/lib/requests/schema";
import { finishRequest } from "@/lib/requests/service-assistant";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import { asAssistantOf, asExecutiveOf, asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createLeaveOffice } from "@/tests/support/offices/leave";
import { current } from "@/tests/support/versions";

let office: Awaited<ReturnType<typeof createLeaveOffice>>;

beforeEach(async () => {
  office = await createLeaveOffice();
});

const executive = (now?: Date) => asExecutiveOf(office.executive.userId, now);
const assistant = () => asAssistantOf(office.assistant.userId);
const manager = () => asManagerOf(office.manager.userId);
const rating = (id: string, value: number, word = "") => RateRequestInput.parse({ id, value, word });

async function filed(overrides: object = {}): Promise<string> {
  const input = FileSupportRequestInput.parse({ summary: "Book the trip", ...overrides });
  const answer = await fileSupportRequest(await executive(), input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function done(overrides: object = {}): Promise<string> {
  const id = await filed(overrides);
  await finishRequest(await assistant(), await current("support_requests", id));
  return id;
}

describe("how a request went", () => {
  it("is said by who asked, told to whoever did it, and changeable for seven days", async () => {
    const id = await done();
    expect(await rateRequest(await executive(), rating(id, 4, "Quick"))).toMatchObject({ ok: true });
    const sixDaysLater = await executive(new Date("2026-08-23T07:00:00Z"));
    expect(await rateRequest(sixDaysLater, rating(id, 5, "Quick and thorough"))).toMatchObject({ ok: true });
    const nineDaysLater = await executive(new Date("2026-08-26T07:00:00Z"));
    expect(await rateRequest(nineDaysLater, rating(id, 1))).toMatchObject({ reason: "rating_over" });
    for (const ctx of [await executive(), await assistant(), await manager()])
      expect(await getRating(ctx, { id })).toMatchObject({ value: 5, word: "Quick and thorough" });
    const told = { userId: office.assistant.userId, kind: "request_rated" };
    expect(await testDb().notification.count({ where: told })).toBe(1);
  });

  it("is not said of what is not done, nor by another, and its word stays confidential", async () => {
    const open = await filed();
    expect(await rateRequest(await executive(), rating(open, 3))).toMatchObject({
      reason: "not_possible_now",
    });
    const id = await done({ confidential: true });
    await rateRequest(await executive(), rating(id, 2, "About the merger"));
    expect(await getRating(await manager(), { id })).toMatchObject({ value: 2, word: "" });
    const other = await asExecutiveOf(office.executive.userId);
    await testDb().supportRequest.update({ where: { id }, data: { createdById: office.manager.userId } });
    await expect(
      rateRequest(
        { ...other, actor: { ...other.actor, executive: { ...other.actor.executive, id: open } } },
        rating(id, 1),
      ),
    ).rejects.toThrow(NotFoundError);
  });
});
