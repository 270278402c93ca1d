import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireManager } from "@/lib/auth/guards";
import { ConversationsPage } from "../../_shared/conversations/conversations-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations"))("title") };
}

export default async function ConversationListPage() {
  return <ConversationsPage ctx={await requireManager()} area="manager" />;
}
