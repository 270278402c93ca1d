import { expect, it } from "vitest";
import { getCalendarDays } from "@/lib/pools/queries-calendar";
import { asAssistantOf } from "../support/contexts";
import { testDb } from "../support/database";
import { createUser } from "../support/factories/accounts";
import { createAssistant } from "../support/factories/assistants";
import { createPool } from "../support/factories/pools";

it("a calendar marks the day it is in one's pool, and the days off there in the asked language", async () => {
  const pool = await createPool(testDb(), { timeZone: "Pacific/Auckland" });
  const { id: userId } = await createUser(testDb());
  await createAssistant(testDb(), { userId, poolId: pool.id, skills: {} });
  const ctx = await asAssistantOf(userId, new Date("2026-12-24T13:00:00Z"));
  const days = await getCalendarDays(ctx, "sv");
  expect(days.today).toBe("2026-12-25");
  expect(days.holidays).toMatchObject({ "2026-12-25": "juldagen", "2029-06-06": "nationaldagen" });
  expect(Object.keys(days.holidays).every((on) => on >= "2023-01-01" && on <= "2029-12-31")).toBe(true);
  expect((await getCalendarDays(ctx, "en")).holidays).toMatchObject({ "2026-12-25": "Christmas Day" });
});
