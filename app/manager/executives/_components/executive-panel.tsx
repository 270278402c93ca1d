import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { addressOf, type PeopleAsked } from "@/components/assistants/people-filter";
import { LanguageList } from "@/components/assistants/skill-list";
import { WeekTable } from "@/components/assistants/week-table";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Contact } from "@/components/ui/layout/contact-links";
import { Facts } from "@/components/ui/layout/facts";
import { LinkLines } from "@/components/ui/layout/link-lines";
import { DetailPanel, stepsFrom } from "@/components/ui/layout/list-detail";
import { Notice } from "@/components/ui/layout/notice";
import { Section } from "@/components/ui/layout/page";
import { PanelHead } from "@/components/ui/layout/panel-head";
import { getInvitation } from "@/lib/accounts/service-invitations";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { requireExecutiveRecord } from "@/lib/executives/queries";
import { minutesADay } from "@/lib/executives/rules";
import type { ExecutiveView } from "@/lib/executives/schema";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import { listDuties } from "@/lib/pools/queries-duties";
import type { DutyView } from "@/lib/pools/schema";
import { orNotFound } from "@/lib/server/page";
import { InvitationSection } from "../../_components/invitation-section";
import { ExecutiveFacts } from "./executive-facts";

const PATH = "/manager/executives";

type ExecutivePanelProps = {
  ctx: Ctx<Manager>;
  id: string;
  /** The list's executives in their order. */
  ids: readonly string[];
  asked: PeopleAsked;
};

/** The executive who is open of the list: who supports them, what they need and when, and how to reach them. */
export async function ExecutivePanel({ ctx, id, ids, asked }: ExecutivePanelProps) {
  const t = await getTranslations("people.executives");
  const list = await getTranslations("common.list");
  const handovers = await getTranslations("handovers.list");
  const [executive, duties, invitation] = await Promise.all([
    orNotFound(() => requireExecutiveRecord(ctx, id)),
    listDuties(ctx),
    getInvitation(ctx, { executiveId: id }),
  ]);
  const { cursor } = asked;
  const hrefOf = (open?: string) => addressOf(PATH, asked, { open, cursor });
  return (
    <DetailPanel
      label={executive.name}
      foot={
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`${PATH}/${id}/edit`}>{t("edit")}</LinkButton>
          <LinkButton href={`${PATH}/${id}/profile`}>{handovers("openExecutive")}</LinkButton>
        </div>
      }
    >
      <PanelHead
        title={executive.name}
        meta={[executive.title, executive.poolName].filter(Boolean).join(" · ")}
        page={{ href: `${PATH}/${id}`, label: list("page") }}
        close={{ href: hrefOf(), label: list("close") }}
        {...stepsFrom(ids, id, hrefOf)}
      />
      <Contact email={executive.email} phone={executive.phone} />
      <Supporters supportedBy={executive.supportedBy} name={executive.name} />
      <Section title={t("duties")} meta={t("total", { minutes: minutesADay(executive.duties) })}>
        <Duties required={executive.duties} duties={duties} />
      </Section>
      <Section title={t("supportHours")}>
        <WeekTable hours={executive.supportHours} />
      </Section>
      <Section title={t("languages")}>
        <LanguageList languages={executive.languages} none={t("noLanguages")} anyLevel={t("anyLevel")} />
      </Section>
      <Section title={t("executive")}>
        <ExecutiveFacts executive={executive} />
      </Section>
      <InvitationSection invitation={invitation} name={executive.name} />
    </DetailPanel>
  );
}

function Supporters({ supportedBy, name }: Pick<ExecutiveView, "supportedBy" | "name">) {
  const t = useTranslations("people");
  const inOrder = [...supportedBy].sort(
    (a, b) => Number(a.role === "backup") - Number(b.role === "backup") || a.rank - b.rank,
  );
  return (
    <Section title={t("executives.supportedBy")}>
      {inOrder.length === 0 ? (
        <Notice tone="gap">{t("support.empty", { name })}</Notice>
      ) : (
        <LinkLines
          lines={inOrder.map(({ assistantId, assistantName, role, rank }) => ({
            key: assistantId + role,
            href: `/manager/assistants/${assistantId}`,
            label: assistantName,
            meta: role === "backup" ? `${t("role.backup")} ${rank}` : t(`role.${role}`),
          }))}
        />
      )}
    </Section>
  );
}

function Duties({ required, duties }: { required: ExecutiveView["duties"]; duties: DutyView[] }) {
  const t = useTranslations("people");
  const names = namesIn(localeOf(useLocale()), duties);
  if (required.length === 0) return <p className="text-base text-ink-2">{t("executives.noDuties")}</p>;
  return (
    <Facts
      facts={required.map(({ dutyId, minutesPerDay, minProficiency }) => ({
        label: names[dutyId] ?? dutyId,
        value: t("executives.dutyLine", { minutes: minutesPerDay, level: minProficiency }),
      }))}
    />
  );
}
