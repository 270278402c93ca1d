import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireManager } from "@/lib/auth/guards";
import { OwnNoticeSettings } from "../../../_shared/notices/own-notice-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("noticeSettings"))("title") };
}

export default async function NoticeSettingsPage() {
  return <OwnNoticeSettings ctx={await requireManager()} area="manager" />;
}
