import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { AwayMark } from "@/components/assistants/away-mark";
import { addressOf, type PeopleAsked } from "@/components/assistants/people-filter";
import { LanguageList, SkillList } from "@/components/assistants/skill-list";
import { WeekTable } from "@/components/assistants/week-table";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Contact } from "@/components/ui/layout/contact-links";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { LinkLines } from "@/components/ui/layout/link-lines";
import { DetailPanel, stepsFrom } from "@/components/ui/layout/list-detail";
import { Section } from "@/components/ui/layout/page";
import { PanelHead } from "@/components/ui/layout/panel-head";
import type { AwayUntil } from "@/lib/absences/requests/rules";
import { getInvitation } from "@/lib/accounts/service-invitations";
import type { Manager } from "@/lib/actor";
import { requireAssistantRecord } from "@/lib/assistants/queries";
import { listAway } from "@/lib/assistants/queries-profile";
import { hoursSummary } from "@/lib/assistants/rules";
import type { AssistantView } from "@/lib/assistants/schema";
import type { Ctx } from "@/lib/context";
import { localeOf } from "@/lib/i18n/locales";
import { listDuties } from "@/lib/pools/queries-duties";
import { orNotFound } from "@/lib/server/page";
import { InvitationSection } from "../../_components/invitation-section";
import { AwayList } from "./away-list";
import { Employment } from "./employment";

const PATH = "/manager/assistants";

type AssistantPanelProps = {
  ctx: Ctx<Manager>;
  id: string;
  /** The list's assistants in their order. */
  ids: readonly string[];
  asked: PeopleAsked;
  away: AwayUntil | undefined;
};

/** The assistant who is open of the list: how to reach them, whom they support, when they work and what they can do. */
export async function AssistantPanel({ ctx, id, ids, asked, away }: AssistantPanelProps) {
  const t = await getTranslations("people.assistants");
  const list = await getTranslations("common.list");
  const locale = localeOf(await getLocale());
  const [assistant, absences, duties, invitation] = await Promise.all([
    orNotFound(() => requireAssistantRecord(ctx, id)),
    listAway(ctx, id),
    listDuties(ctx),
    getInvitation(ctx, { assistantId: id }),
  ]);
  const { cursor } = asked;
  const hrefOf = (open?: string) => addressOf(PATH, asked, { open, cursor });
  return (
    <DetailPanel
      label={assistant.name}
      foot={
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`${PATH}/${id}/edit`}>{t("edit")}</LinkButton>
        </div>
      }
    >
      <PanelHead
        title={assistant.name}
        meta={away ? <AwayMark away={away} /> : assistant.poolName}
        page={{ href: `${PATH}/${id}`, label: list("page") }}
        close={{ href: hrefOf(), label: list("close") }}
        {...stepsFrom(ids, id, hrefOf)}
      />
      <Contact email={assistant.email} phone={assistant.phone} />
      <Supported supports={assistant.supports} name={assistant.name} />
      <Section title={t("away")}>
        <AwayList away={absences} />
      </Section>
      <Section title={t("workingHours")} meta={hoursSummary(assistant.hours, locale)}>
        <WeekTable hours={assistant.hours} />
      </Section>
      <Section title={t("languages")}>
        <LanguageList languages={assistant.languages} none={t("noLanguages")} />
      </Section>
      <Section title={t("skills")}>
        <SkillList skills={assistant.skills} duties={duties} />
      </Section>
      <Section title={t("employment")}>
        <Employment assistant={assistant} />
      </Section>
      <InvitationSection invitation={invitation} name={assistant.name} />
    </DetailPanel>
  );
}

function Supported({ supports, name }: Pick<AssistantView, "supports" | "name">) {
  const t = useTranslations("people");
  const linesOf = (isBackup: boolean) =>
    supports
      .filter(({ role }) => (role === "backup") === isBackup)
      .map(({ executiveId, executiveName, role }) => ({
        key: executiveId + role,
        href: `/manager/executives/${executiveId}`,
        label: executiveName,
        meta: t(`role.${role}`),
      }));
  const [own, backups] = [linesOf(false), linesOf(true)];
  return (
    <Section title={t("assistants.supports")} meta={own.length || undefined}>
      {own.length === 0 && <p className="text-base text-ink-2">{t("support.emptyAssistant", { name })}</p>}
      <LinkLines lines={own} />
      {backups.length > 0 && (
        <Disclosure summary={t("assistants.backupFor", { count: backups.length })}>
          <LinkLines lines={backups} />
        </Disclosure>
      )}
    </Section>
  );
}
