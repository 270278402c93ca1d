import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WallchartOf } from "@/app/_shared/wallchart/wallchart";
import { requireAssistant } from "@/lib/auth/guards";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("wallchart");
  return { title: t("title") };
}

export default async function WallchartPage({ searchParams }: PageProps<"/assistant/wallchart">) {
  const ctx = await requireAssistant();
  return <WallchartOf ctx={ctx} searchParams={searchParams} path="/assistant/wallchart" personHref={null} />;
}
