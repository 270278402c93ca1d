import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page } from "@/components/ui/layout/page";
import { languageChoices } from "@/lib/assistants/rules-names";
import { requireManager } from "@/lib/auth/guards";
import { listEvidence, namesOfCarriers, requireRequisition } from "@/lib/hiring/requisitions/queries";
import { CHANGEABLE, REQUISITION_MOVES, type RequisitionMove } from "@/lib/hiring/requisitions/rules";
import { namesIn } from "@/lib/i18n/locales";
import { movesFrom } from "@/lib/moves/rules";
import { listDuties } from "@/lib/pools/queries-duties";
import { idOf, orNotFound } from "@/lib/server/page";
import { ChangeRequisition } from "./_components/change-requisition";
import { Evidence } from "./_components/evidence";
import { MoveRequisition } from "./_components/move-requisition";
import { RequisitionFacts } from "./_components/requisition-facts";
import { RequisitionHeader } from "./_components/requisition-header";
import { WorkOut } from "./_components/work-out";

const OFFERED: readonly RequisitionMove[] = [
  "submit",
  "approve",
  "resume",
  "take_back",
  "hold",
  "fill",
  "reopen",
  "reject",
  "cancel",
];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring"))("title") };
}

export default async function RequisitionPage({ params }: PageProps<"/manager/hiring/[id]">) {
  const ctx = await requireManager();
  const t = await getTranslations("hiring.evidence");
  const id = idOf((await params).id);
  const requisition = await orNotFound(() => requireRequisition(ctx, id));
  const [evidence, duties] = await Promise.all([listEvidence(ctx, id), listDuties(ctx)]);
  const names = await namesOfCarriers(ctx, evidence);
  const dutyNames = namesIn(ctx.actor.locale, duties);
  const { status, version, canDecide, languages } = requisition;
  const moves = movesFrom(REQUISITION_MOVES, status, OFFERED).filter(
    (move) => canDecide || (move !== "approve" && move !== "reject"),
  );
  return (
    <Page width="full">
      <RequisitionHeader
        requisition={requisition}
        current="evidence"
        actions={<WorkOut id={id} isAgain={evidence.length > 0} />}
      />
      <div className="grid gap-8 min-[1200px]:grid-cols-[minmax(0,1fr)_22rem]">
        {evidence.length > 0 ? (
          <Evidence evidence={evidence} names={names} />
        ) : (
          <EmptyState>{t("none")}</EmptyState>
        )}
        <div className="grid content-start gap-6">
          <MoveRequisition {...{ id, version, moves }} />
          {status === "pending" && !canDecide && <p className="text-sm text-ink-2">{t("othersDecide")}</p>}
          <RequisitionFacts requisition={requisition} dutyNames={dutyNames} />
          {CHANGEABLE.includes(status) && (
            <ChangeRequisition
              requisition={requisition}
              duties={Object.entries(dutyNames).map(([value, label]) => ({ value, label }))}
              languages={languageChoices(
                languages.map(({ language }) => language),
                ctx.actor.locale,
              )}
            />
          )}
        </div>
      </div>
    </Page>
  );
}
