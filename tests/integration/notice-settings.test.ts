import { beforeEach, describe, expect, it } from "vitest";
import { areasOf } from "@/lib/auth/areas";
import { noticeRulesOf } from "@/lib/catalogues/notices";
import type { Ctx } from "@/lib/context";
import { getNoticeSettings } from "@/lib/notices/queries-settings";
import { SaveNoticeSettingsInput } from "@/lib/notices/schema";
import { notify } from "@/lib/notices/service-notify";
import { saveNoticeSettings } from "@/lib/notices/service-settings";
import { requestNotice } from "@/lib/requests/notices";
import { asAssistantOf, asSystem } from "../support/contexts";
import { testDb } from "../support/database";
import { createOffice, type Office } from "../support/offices/two-pools";

let office: Office;
let ctx: Ctx;

beforeEach(async () => {
  office = await createOffice();
  ctx = await asAssistantOf(office.assistant.userId);
});

const rules = () => noticeRulesOf(areasOf(ctx.actor));
const save = (input: object) => saveNoticeSettings(ctx, SaveNoticeSettingsInput.parse(input), rules());
const delivery = async (kind: string) =>
  (await getNoticeSettings(ctx, rules())).settings.find((setting) => setting.kind === kind)?.delivery;

function assign() {
  const userIds = [office.assistant.userId];
  const requestId = "01900000-0000-7000-8000-000000000001";
  return notify(asSystem(), requestNotice("request_assigned", userIds, { requestId, summary: "Book Oslo" }));
}

describe("how somebody is told", () => {
  it("is as everybody's until they choose, and as they chose then", async () => {
    expect(await delivery("request_assigned")).toBe("mail");
    expect(await save({ deliveries: { request_assigned: "off", cover_assigned: "digest" } })).toMatchObject({
      ok: true,
    });
    expect([await delivery("request_assigned"), await delivery("cover_assigned")]).toEqual(["off", "digest"]);
    await assign();
    expect(await testDb().notification.count()).toBe(0);
  });

  it("is kept only where it differs, so that a better usual one reaches everybody else", async () => {
    await save({ deliveries: { request_assigned: "off" } });
    await save({ deliveries: { request_assigned: "mail" } });
    expect(await testDb().noticePreference.count()).toBe(0);
  });

  it("is chosen of what their roles are told alone, and nothing is half kept", async () => {
    const answer = await save({ deliveries: { cover_assigned: "off", absence_requested: "off" } });
    expect(answer).toMatchObject({ ok: false, reason: "delivery_not_offered" });
    expect(await testDb().noticePreference.count()).toBe(0);
  });

  it("has hours of its own", async () => {
    const times = { digestMinute: "07:30", quietFrom: "18:00", quietTo: "8", quietDays: ["7", "6", "7"] };
    expect(await save({ times })).toMatchObject({ ok: true });
    expect((await getNoticeSettings(ctx, rules())).times).toMatchObject({
      zone: "Europe/Stockholm",
      digestMinute: 450,
      quiet: { from: 1080, to: 480 },
      quietDays: [6, 7],
    });
    await save({ times: { digestMinute: 450 } });
    expect((await getNoticeSettings(ctx, rules())).times).toMatchObject({ quiet: null, quietDays: [] });
  });

  it.each([
    [{ digestMinute: "16:00", quietFrom: "18:00" }, "from_and_to"],
    [{ digestMinute: "16:00", quietFrom: "18:00", quietTo: "18:00" }, "from_is_to"],
    [{ digestMinute: "16:00", quietDays: [1, 2, 3, 4, 5, 6, 7] }, "no_day_for_mail"],
    [{ digestMinute: "24:00" }, "Too big: expected number to be <=1439"],
  ])("refuses times that leave no room for mail or mean nothing: %o", (times, message) => {
    const { error } = SaveNoticeSettingsInput.safeParse({ times });
    expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});
