import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RepliesPage } from "@/app/_shared/requests/replies-page";
import { requireManager } from "@/lib/auth/guards";
import { listPools } from "@/lib/pools/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.replies"))("title") };
}

export default async function SavedRepliesPage() {
  const ctx = await requireManager();
  const t = await getTranslations("requests");
  return (
    <RepliesPage
      ctx={ctx}
      back={{ href: "/manager/requests", label: t("title") }}
      pools={await listPools(ctx)}
    />
  );
}
