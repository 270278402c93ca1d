import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/layout/notice";
import { Page, PageHeader } from "@/components/ui/layout/page";
import type { Person } from "@/lib/actor";
import { areasOf } from "@/lib/auth/areas";
import { noticeRulesOf } from "@/lib/catalogues/notices";
import type { Ctx } from "@/lib/context";
import { isMailOn } from "@/lib/env";
import { getNoticeSettings } from "@/lib/notices/queries-settings";
import type { NoticeArea } from "@/lib/notices/schema";
import { MailEffect } from "./mail-effect";
import { NoticeSettingsForm } from "./notice-settings-form";

/** How a person is told of things, in each of their roles, and what that comes to; shown in the area they came from. */
export async function OwnNoticeSettings({ ctx, area }: { ctx: Ctx<Person>; area: NoticeArea }) {
  const { settings, times } = await getNoticeSettings(ctx, noticeRulesOf(areasOf(ctx.actor)));
  const t = await getTranslations("noticeSettings");
  return (
    <Page width="text">
      <PageHeader title={t("title")} back={{ href: `/${area}/notices`, label: t("back") }} />
      {isMailOn() ? <MailEffect settings={settings} times={times} /> : <Notice>{t("noMail")}</Notice>}
      <NoticeSettingsForm settings={settings} times={times} />
    </Page>
  );
}
