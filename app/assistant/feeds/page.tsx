import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FeedsPage } from "@/app/_shared/calendars/feeds-page";
import { requireAssistant } from "@/lib/auth/guards";
import { listFeeds } from "@/lib/calendars/service";
import { env } from "@/lib/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendars");
  return { title: t("title") };
}

export default async function AssistantFeedsPage() {
  const feeds = await listFeeds(await requireAssistant());
  return <FeedsPage feeds={feeds} publicUrl={env().NEXTAUTH_URL} />;
}
