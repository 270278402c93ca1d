import { PublishScheduleInput } from "@/lib/coverage/publishing/schema";
import { publishSchedule } from "@/lib/coverage/publishing/service";
import { getScheduleWeek } from "@/lib/schedules/week/queries";
import { DraftShiftInput } from "@/lib/schedules/week/schema";
import { draftShift } from "@/lib/schedules/week/service";
import { day } from "@/lib/time/day";
import type { IsoWeek } from "@/lib/time/iso-week";
import { asAssistantOf, asManagerOf } from "../contexts";
import { testDb } from "../database";
import { createRoles } from "../factories/schedules";
import { createLeaveOffice } from "./leave";

export const WEEK = "2026-W37" as IsoWeek;
export const MONDAY = day("2026-09-07");

/** The office with roles, and what its manager does with the schedule of week 37 of 2026. */
export async function createScheduleOffice() {
  const office = await createLeaveOffice();
  const roles = await createRoles(testDb());
  const asManager = () => asManagerOf(office.manager.userId);
  const read = async () => getScheduleWeek(await asManager(), { poolId: office.ids.pool, week: WEEK });

  async function draft(overrides: Record<string, unknown> = {}) {
    const input = DraftShiftInput.parse({
      ...{ poolId: office.ids.pool, assistantId: office.ids.assistantId, on: MONDAY },
      ...{ startMinute: 480, endMinute: 1020, roleId: roles.support },
      ...overrides,
    });
    return draftShift(await asManager(), input);
  }

  async function publish(overrides: Record<string, unknown> = {}) {
    const { version } = await read();
    const input = { poolId: office.ids.pool, week: WEEK, version, ...overrides };
    return publishSchedule(await asManager(), PublishScheduleInput.parse(input));
  }

  return {
    ...office,
    roles,
    asManager,
    asAssistant: () => asAssistantOf(office.assistant.userId),
    asColleague: () => asAssistantOf(office.colleague.userId),
    read,
    draft,
    publish,
    drafted: async (overrides?: Record<string, unknown>) => agreed(await draft(overrides)),
    published: async (overrides?: Record<string, unknown>) => agreed(await publish(overrides)),
  };
}

export type ScheduleOffice = Awaited<ReturnType<typeof createScheduleOffice>>;

type Answer<T> = { ok: true; value: T } | { ok: false; reason: string; details?: unknown };

function agreed<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.reason} ${JSON.stringify(answer.details)}`);
  return answer.value;
}
