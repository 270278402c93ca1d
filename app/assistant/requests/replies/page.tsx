import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RepliesPage } from "@/app/_shared/requests/replies-page";
import { requireAssistant } from "@/lib/auth/guards";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.replies"))("title") };
}

export default async function SavedRepliesPage() {
  const ctx = await requireAssistant();
  const t = await getTranslations("requests");
  return <RepliesPage ctx={ctx} back={{ href: "/assistant/requests", label: t("title") }} />;
}
