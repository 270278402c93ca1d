import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { getInvitation } from "@/lib/accounts/service-invitations";
import { requireAssistantRecord } from "@/lib/assistants/queries";
import { requireWorkingPattern } from "@/lib/assistants/queries-pattern";
import { listAway, listWorkStyles } from "@/lib/assistants/queries-profile";
import { requireManager } from "@/lib/auth/guards";
import { namesIn } from "@/lib/i18n/locales";
import { getMatchingStanding } from "@/lib/matching/knowledge/queries";
import { requirePool } from "@/lib/pools/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { idOf, orNotFound } from "@/lib/server/page";
import { listSupportAssignments } from "@/lib/support/queries";
import { dayIn } from "@/lib/time/zone";
import { InvitationSection } from "../../_components/invitation-section";
import { AssistantDetail } from "../_components/assistant-detail";
import { MatchingSection } from "../_components/matching-section";

type AssistantPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: AssistantPageProps): Promise<Metadata> {
  const id = idOf((await params).id);
  const ctx = await requireManager();
  return { title: (await orNotFound(() => requireAssistantRecord(ctx, id))).name };
}

export default async function AssistantPage({ params }: AssistantPageProps) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const t = await getTranslations("people.assistants");
  const matching = await getTranslations("matching");
  const ramp = await getTranslations("mentoring.ramp");
  const assistant = await orNotFound(() => requireAssistantRecord(ctx, id));
  const [pool, pattern, away, workStyles, duties, support, invitation, standing] = await Promise.all([
    requirePool(ctx, assistant.poolId),
    requireWorkingPattern(ctx, id),
    listAway(ctx, id),
    listWorkStyles(ctx, id),
    listDuties(ctx),
    listSupportAssignments(ctx, { assistantId: id, limit: 100 }),
    getInvitation(ctx, { assistantId: id }),
    getMatchingStanding(ctx, id),
  ]);
  return (
    <Page>
      <PageHeader
        title={assistant.name}
        meta={assistant.poolName}
        back={{ href: "/manager/assistants", label: t("title") }}
        actions={
          <>
            <LinkButton href={`/manager/assistants/${id}/match`}>{matching("places.open")}</LinkButton>
            <LinkButton href={`/manager/assistants/${id}/ramp`} variant="ghost">
              {ramp("change")}
            </LinkButton>
            <LinkButton href={`/manager/assistants/${id}/edit`}>{t("edit")}</LinkButton>
          </>
        }
      />
      <AssistantDetail
        {...{ assistant, pattern, away, workStyles, duties }}
        support={support.items}
        today={dayIn(pool.timeZone, ctx.now)}
      />
      <MatchingSection
        assistant={assistant}
        standing={standing}
        dutyNames={namesIn(ctx.actor.locale, duties)}
      />
      <InvitationSection invitation={invitation} name={assistant.name} />
    </Page>
  );
}
