import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listPools } from "@/lib/pools/queries";
import { SettingList } from "./_components/setting-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  const ctx = await requireManager();
  const t = await getTranslations("settings");
  const pools = await listPools(ctx);
  const setting = (
    key: "firstSteps" | "leave" | "import" | "export" | "calendar" | "api" | "accounts" | "audit",
    href: string,
  ) => ({
    href,
    title: t(key),
    hint: t(`${key}Hint`),
  });
  return (
    <Page width="text">
      <PageHeader title={t("title")} />
      <Section title={t("pools")} actions={<LinkButton href="/manager/pools/new">{t("newPool")}</LinkButton>}>
        <p className="text-sm text-ink-2">{t("poolsHint")}</p>
        <SettingList
          settings={pools.map(({ id, name, assistantCount, executiveCount }) => ({
            href: `/manager/pools/${id}`,
            title: name,
            hint: t("members", { assistants: assistantCount, executives: executiveCount }),
          }))}
        />
      </Section>
      <Section title={t("timeOff")}>
        <SettingList settings={[setting("leave", "/manager/absences/settings")]} />
      </Section>
      <Section title={t("data")}>
        <SettingList
          settings={[
            setting("firstSteps", "/manager/first-steps"),
            setting("import", "/manager/import"),
            setting("export", "/manager/export"),
            setting("calendar", "/manager/absences/import"),
            setting("api", "/developers"),
          ]}
        />
      </Section>
      {ctx.actor.isAdministrator && (
        <Section title={t("administration")}>
          <SettingList settings={[setting("accounts", "/admin"), setting("audit", "/admin/audit")]} />
        </Section>
      )}
    </Page>
  );
}
