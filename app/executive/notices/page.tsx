import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireExecutive } from "@/lib/auth/guards";
import { OwnNotices } from "../../_shared/notices/own-notices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notices");
  return { title: t("title") };
}

export default async function ExecutiveNoticesPage() {
  return <OwnNotices ctx={await requireExecutive()} area="executive" />;
}
