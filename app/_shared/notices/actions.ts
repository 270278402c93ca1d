"use server";
import { areasOf } from "@/lib/auth/areas";
import { requirePerson } from "@/lib/auth/guards";
import { noticeRulesOf } from "@/lib/catalogues/notices";
import { SaveNoticeSettingsInput } from "@/lib/notices/schema";
import { saveNoticeSettings } from "@/lib/notices/service-settings";
import { formAction } from "@/lib/server/form-action";

/** Keeps how the person is told, of what their roles can be told. */
export const saveSettings = formAction(
  requirePerson,
  SaveNoticeSettingsInput,
  (ctx, input) => saveNoticeSettings(ctx, input, noticeRulesOf(areasOf(ctx.actor))),
  { revalidate: ["/"] },
);
