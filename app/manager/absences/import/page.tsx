import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { requireManager } from "@/lib/auth/guards";
import { namesIn } from "@/lib/i18n/locales";
import { CalendarForm } from "./_components/calendar-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendars.import");
  return { title: t("title") };
}

export default async function ImportAbsencesPage() {
  const ctx = await requireManager();
  const t = await getTranslations("calendars.import");
  const settings = await getTranslations("settings");
  const leaveTypes = await listLeaveTypes(ctx);
  const names = namesIn(ctx.actor.locale, leaveTypes);
  return (
    <Page width="text">
      <PageHeader title={t("title")} back={{ href: "/manager/settings", label: settings("title") }}>
        <p className="text-sm text-pretty text-ink-2">{t("intro")}</p>
      </PageHeader>
      <CalendarForm types={leaveTypes.map(({ id }) => ({ value: id, label: names[id] ?? id }))} />
      <Section title="CSV">
        <p className="text-sm text-ink-2">{t("csv")}</p>
        <LinkButton href="/manager/import" className="w-fit">
          {t("csvLink")}
        </LinkButton>
      </Section>
    </Page>
  );
}
