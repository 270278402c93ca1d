import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listApplications } from "@/lib/hiring/applications/queries";
import { requireRequisition } from "@/lib/hiring/requisitions/queries";
import { countCards } from "@/lib/hiring/scorecards/queries";
import { idOf, orNotFound } from "@/lib/server/page";
import { RequisitionHeader } from "../_components/requisition-header";
import { BoardColumns } from "./_components/board-columns";
import { BoardKeys } from "./_components/board-keys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring.view"))("board") };
}

export default async function BoardPage({ params }: PageProps<"/manager/hiring/[id]/board">) {
  const ctx = await requireManager();
  const t = await getTranslations("hiring.board");
  const id = idOf((await params).id);
  const requisition = await orNotFound(() => requireRequisition(ctx, id));
  const [cards, judged] = await Promise.all([listApplications(ctx, id), countCards(ctx, id)]);
  return (
    <Page width="full">
      <BoardKeys />
      <RequisitionHeader requisition={requisition} current="board" />
      {cards.length > 0 ? (
        <BoardColumns requisitionId={id} cards={cards} judged={judged} />
      ) : (
        <EmptyState>{t("none")}</EmptyState>
      )}
    </Page>
  );
}
