import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { assistantsToChoose } from "@/app/_shared/forms/assistants-to-choose";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { getInvitation } from "@/lib/accounts/service-invitations";
import { requireManager } from "@/lib/auth/guards";
import { requireExecutiveRecord } from "@/lib/executives/queries";
import { listRestrictions } from "@/lib/matching/queries";
import { requirePool } from "@/lib/pools/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { idOf, orNotFound, type SearchParams } from "@/lib/server/page";
import { listSupportAssignments } from "@/lib/support/queries";
import { addDays } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { InvitationSection } from "../../_components/invitation-section";
import { ExecutiveDetail } from "../_components/executive-detail";
import { RestrictionsSection } from "../_components/restrictions-section";
import { SupportSection } from "../_components/support-section";

const REVIEW_AFTER_DAYS = 91;

type ExecutivePageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: ExecutivePageProps): Promise<Metadata> {
  const id = idOf((await params).id);
  const ctx = await requireManager();
  return { title: (await orNotFound(() => requireExecutiveRecord(ctx, id))).name };
}

export default async function ExecutivePage({ params, searchParams }: ExecutivePageProps) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const t = await getTranslations("people.executives");
  const handovers = await getTranslations("handovers");
  const matching = await getTranslations("matching");
  const executive = await orNotFound(() => requireExecutiveRecord(ctx, id));
  const [pool, duties, support, restrictions, assistants, invitation] = await Promise.all([
    requirePool(ctx, executive.poolId),
    listDuties(ctx),
    listSupportAssignments(ctx, { executiveId: id, limit: 100 }),
    listRestrictions(ctx, { executiveId: id, limit: 100 }),
    assistantsToChoose(ctx, executive.poolId, searchParams),
    getInvitation(ctx, { executiveId: id }),
  ]);
  const today = dayIn(pool.timeZone, ctx.now);
  return (
    <Page>
      <PageHeader
        title={executive.name}
        meta={[executive.title, executive.poolName].filter(Boolean).join(" · ")}
        back={{ href: "/manager/executives", label: t("title") }}
        actions={
          <>
            <LinkButton href={`/manager/executives/${id}/match`}>{matching("find.open")}</LinkButton>
            <LinkButton href={`/manager/executives/${id}/profile`}>
              {handovers("list.openExecutive")}
            </LinkButton>
            <LinkButton href={`/manager/executives/${id}/edit`}>{t("edit")}</LinkButton>
          </>
        }
      />
      <SupportSection {...{ executive, duties, assistants, today }} support={support.items} />
      <RestrictionsSection
        executiveId={id}
        restrictions={restrictions.items}
        assistants={assistants}
        reviewOn={addDays(today, REVIEW_AFTER_DAYS)}
      />
      <ExecutiveDetail executive={executive} duties={duties} />
      <InvitationSection invitation={invitation} name={executive.name} />
    </Page>
  );
}
