import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FeedsPage } from "@/app/_shared/calendars/feeds-page";
import { requireManager } from "@/lib/auth/guards";
import { listFeeds } from "@/lib/calendars/service";
import { env } from "@/lib/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendars");
  return { title: t("title") };
}

export default async function ManagerFeedsPage() {
  const feeds = await listFeeds(await requireManager());
  return <FeedsPage feeds={feeds} publicUrl={env().NEXTAUTH_URL} />;
}
