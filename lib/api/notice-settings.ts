import "server-only";
import { z } from "zod";
import type { Person } from "@/lib/actor";
import { areasOf } from "@/lib/auth/areas";
import { noticeRulesOf } from "@/lib/catalogues/notices";
import type { Ctx } from "@/lib/context";
import { getNoticeSettings } from "@/lib/notices/queries-settings";
import { NOTICE_DELIVERIES, NoticeTimesInput, SaveNoticeSettingsInput } from "@/lib/notices/schema";
import { saveNoticeSettings } from "@/lib/notices/service-settings";
import { personApi } from "./base";
import { requireValue } from "./refusals";

const PreferenceView = z.strictObject({
  kind: z.string(),
  urgency: z.enum(["now", "normal", "slow"]),
  delivery: z.enum(NOTICE_DELIVERIES),
  choices: z.array(z.enum(NOTICE_DELIVERIES)),
});
const PreferencesView = z.strictObject({ preferences: z.array(PreferenceView) });

const MinuteView = z.number().int();
const TimesView = z.strictObject({
  zone: z.string(),
  digestMinute: MinuteView,
  quietFrom: MinuteView.nullable(),
  quietTo: MinuteView.nullable(),
  quietDays: z.array(z.number().int()),
});

const rulesFor = ({ actor }: Ctx<Person>) => noticeRulesOf(areasOf(actor));

async function preferencesOf(ctx: Ctx<Person>): Promise<z.output<typeof PreferencesView>> {
  return { preferences: (await getNoticeSettings(ctx, rulesFor(ctx))).settings };
}

async function timesOf(ctx: Ctx<Person>): Promise<z.output<typeof TimesView>> {
  const { quiet, zone, digestMinute, quietDays } = (await getNoticeSettings(ctx, {})).times;
  const [quietFrom, quietTo] = [quiet?.from ?? null, quiet?.to ?? null];
  return { zone, digestMinute, quietFrom, quietTo, quietDays: [...quietDays] };
}

/** How the caller is notified, of what, and when by e-mail. */
export const noticeSettingsApi = {
  listPreferences: personApi
    .route({
      method: "GET",
      path: "/me/notice-preferences",
      summary: "How I am notified",
      description: "Each kind of notice my roles can get, how it reaches me and what I may choose.",
    })
    .input(z.strictObject({}))
    .output(PreferencesView)
    .handler(({ context: { ctx } }) => preferencesOf(ctx)),

  choosePreferences: personApi
    .route({
      method: "PATCH",
      path: "/me/notice-preferences",
      summary: "Choose how I am notified",
      description: "Changes the kinds that are named, all or none.",
    })
    .meta({ access: "person", example: { deliveries: { request_assigned: "digest" } } })
    .input(SaveNoticeSettingsInput.pick({ deliveries: true }))
    .output(PreferencesView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await saveNoticeSettings(ctx, input, rulesFor(ctx)));
      return preferencesOf(ctx);
    }),

  getTimes: personApi
    .route({
      method: "GET",
      path: "/me/quiet-hours",
      summary: "When e-mail reaches me",
      description:
        "The hour of the daily mail, and the hours and ISO weekdays without any, in my pool's zone.",
    })
    .input(z.strictObject({}))
    .output(TimesView)
    .handler(({ context: { ctx } }) => timesOf(ctx)),

  chooseTimes: personApi
    .route({
      method: "PATCH",
      path: "/me/quiet-hours",
      summary: "Choose when e-mail reaches me",
      description: "Replaces the times. What needs me at once is sent in quiet hours too.",
    })
    .meta({ access: "person", example: { digestMinute: "16:00", quietDays: [6, 7] } })
    .input(NoticeTimesInput)
    .output(TimesView)
    .handler(async ({ context: { ctx }, input }) => {
      requireValue(await saveNoticeSettings(ctx, { deliveries: {}, times: input }, {}));
      return timesOf(ctx);
    }),
};
