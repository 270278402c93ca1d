import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAdministrator } from "@/lib/auth/guards";
import { OwnNotices } from "../../_shared/notices/own-notices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notices");
  return { title: t("title") };
}

export default async function AdminNoticesPage() {
  return <OwnNotices ctx={await requireAdministrator()} area="admin" />;
}
