import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Facts } from "@/components/ui/layout/facts";
import { Notice } from "@/components/ui/layout/notice";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireAdministrator } from "@/lib/auth/guards";
import { readHealth } from "@/lib/insight/health/queries";
import type { Health } from "@/lib/insight/health/schema";
import { TestMailForm } from "./_components/test-mail-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.health"))("title") };
}

export default async function HealthPage() {
  const ctx = await requireAdministrator();
  const t = await getTranslations("accounts.health");
  const { database, backup, mail, mailIn, provider, webhooks, audit, lackingFactor, keyFingerprint } =
    await readHealth(ctx);
  const { version, megabytes, structure } = database;
  return (
    <Page width="text">
      <PageHeader title={t("title")} />
      <Section title={t("mail")}>
        {mail.isOn ? <MailHealth {...mail} /> : <Notice tone="gap">{t("mailOff")}</Notice>}
      </Section>
      <Section title={t("mailIn")}>
        {mailIn.address ? <MailInHealth {...mailIn} /> : <Notice>{t("mailInOff")}</Notice>}
      </Section>
      <Section title={t("database")}>
        <Facts
          facts={[
            { label: t("version"), value: `PostgreSQL ${version}` },
            { label: t("size"), value: t("megabytes", { megabytes }) },
            { label: t("structure"), value: t("structureNumber", { structure }) },
          ]}
        />
        <BackupHealth backup={backup} />
      </Section>
      <Section title={t("outside")}>
        <Facts
          facts={[
            {
              label: t("provider"),
              value: provider
                ? t("providerSet", {
                    name: provider.name,
                    issuer: provider.issuer,
                    only: String(provider.isOnly),
                  })
                : t("noProvider"),
            },
            { label: t("webhooks"), value: t("webhooksOn", webhooks) },
          ]}
        />
      </Section>
      <Section title={t("security")}>
        <Facts
          facts={[
            { label: t("factor"), value: t("lacking", { count: lackingFactor }) },
            { label: t("audit"), value: t("auditRows", { rows: audit.rows, head: audit.head ?? "–" }) },
            { label: t("key"), value: <code className="text-sm">{keyFingerprint}</code> },
          ]}
        />
        <p className="text-sm text-pretty text-ink-2">{t("keyHint")}</p>
      </Section>
    </Page>
  );
}

async function BackupHealth({ backup }: Pick<Health, "backup">) {
  const t = await getTranslations("accounts.health");
  const format = await getFormatter();
  if (!backup) return <Notice tone="gap">{t("noBackup")}</Notice>;
  const words = t("backupOf", { moment: format.dateTime(backup.at, "moment"), rows: backup.rows });
  return backup.isOld ? (
    <Notice tone="gap">{t("oldBackup", { words })}</Notice>
  ) : (
    <Facts facts={[{ label: t("backup"), value: words }]} />
  );
}

async function MailInHealth({ address, lastAt, lately, held }: Health["mailIn"]) {
  const t = await getTranslations("accounts.health");
  const format = await getFormatter();
  return (
    <Facts
      facts={[
        { label: t("mailInAddress"), value: address },
        {
          label: t("lastReceived"),
          value: lastAt
            ? t("received", { moment: format.dateTime(lastAt, "moment"), count: lately })
            : t("nothingReceived"),
        },
        { label: t("heldMails"), value: t("heldCount", { count: held }) },
      ]}
    />
  );
}

async function MailHealth(mail: Health["mail"]) {
  const t = await getTranslations("accounts.health");
  const format = await getFormatter();
  const { waiting, oldestDueAt, refusedLately, lastFault, lastTest } = mail;
  const moment = (at: Date) => format.dateTime(at, "moment");
  return (
    <>
      <Facts
        facts={[
          {
            label: t("waiting"),
            value: oldestDueAt
              ? t("since", { count: waiting, moment: moment(oldestDueAt) })
              : t("noneWaiting"),
          },
          { label: t("refused"), value: t("refusedCount", { count: refusedLately }) },
          ...(lastFault ? [{ label: t("lastFault"), value: lastFault }] : []),
          ...(lastTest
            ? [
                {
                  label: t("lastTest"),
                  value: t(`test.${lastTest.state}`, {
                    moment: moment(lastTest.at),
                    fault: lastTest.fault ?? "–",
                  }),
                },
              ]
            : []),
        ]}
      />
      <TestMailForm />
    </>
  );
}
