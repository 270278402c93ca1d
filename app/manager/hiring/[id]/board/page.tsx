import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { SearchField } from "@/components/ui/forms/search-field";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listApplications } from "@/lib/hiring/applications/queries";
import { requireRequisition } from "@/lib/hiring/requisitions/queries";
import { countCards } from "@/lib/hiring/scorecards/queries";
import { idOf, orNotFound, parseSearchParams } from "@/lib/server/page";
import { SearchText } from "@/lib/text";
import { RequisitionHeader } from "../_components/requisition-header";
import { BoardColumns } from "./_components/board-columns";
import { BoardKeys } from "./_components/board-keys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring.view"))("board") };
}

const Asked = z.object({ q: SearchText.optional() });

export default async function BoardPage({ params, searchParams }: PageProps<"/manager/hiring/[id]/board">) {
  const ctx = await requireManager();
  const t = await getTranslations("hiring.board");
  const id = idOf((await params).id);
  const { filter } = await parseSearchParams(Asked, searchParams);
  const requisition = await orNotFound(() => requireRequisition(ctx, id));
  const [cards, judged] = await Promise.all([listApplications(ctx, id, filter.q), countCards(ctx, id)]);
  return (
    <Page width="full">
      <BoardKeys />
      <RequisitionHeader requisition={requisition} current="board" />
      <SearchField
        label={t("search")}
        placeholder={t("search")}
        action={`/manager/hiring/${id}/board`}
        query={filter.q}
        className="-mt-2 mb-3 sm:w-80"
      />
      {cards.length > 0 ? (
        <BoardColumns requisitionId={id} cards={cards} judged={judged} q={filter.q} />
      ) : (
        <EmptyState>{t(filter.q ? "notFound" : "none")}</EmptyState>
      )}
    </Page>
  );
}
