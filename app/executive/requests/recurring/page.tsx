import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecurringPage } from "@/app/_shared/requests/recurring-page";
import { requireExecutive } from "@/lib/auth/guards";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.recurring"))("title") };
}

export default async function RecurringRequestsPage() {
  const ctx = await requireExecutive();
  const t = await getTranslations("requests");
  return <RecurringPage ctx={ctx} back={{ href: "/executive/requests", label: t("mine") }} />;
}
