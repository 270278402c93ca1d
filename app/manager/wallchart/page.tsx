import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WallchartOf } from "@/app/_shared/wallchart/wallchart";
import { requireManager } from "@/lib/auth/guards";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("wallchart");
  return { title: t("title") };
}

export default async function WallchartPage({ searchParams }: PageProps<"/manager/wallchart">) {
  const ctx = await requireManager();
  return (
    <WallchartOf
      ctx={ctx}
      searchParams={searchParams}
      path="/manager/wallchart"
      personHref={"/manager/assistants/:id"}
    />
  );
}
