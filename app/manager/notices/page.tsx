import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoticesPage } from "@/components/notices/notices-page";
import { requireManager } from "@/lib/auth/guards";
import { listNotices } from "@/lib/notices/queries";
import { markRead } from "../../notices-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notices");
  return { title: t("title") };
}

export default async function ManagerNoticesPage() {
  return (
    <NoticesPage area="manager" notices={await listNotices(await requireManager())} markRead={markRead} />
  );
}
