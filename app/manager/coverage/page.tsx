import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FirstStepsLine } from "@/app/manager/_components/first-steps-line";
import { CoverageBoard } from "@/app/manager/coverage/_components/board/coverage-board";
import { LivePage } from "@/components/live/live-page";
import { requireManager } from "@/lib/auth/guards";
import { readBoardAddress } from "./board-address";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board");
  return { title: t("title") };
}

export default async function CoveragePage({ searchParams }: PageProps<"/manager/coverage">) {
  const ctx = await requireManager();
  return (
    <>
      <LivePage kinds={["cover", "plan", "absence", "support", "person", "pool", "request", "schedule"]} />
      <CoverageBoard
        ctx={ctx}
        address={readBoardAddress(await searchParams)}
        lead={<FirstStepsLine ctx={ctx} />}
      />
    </>
  );
}
