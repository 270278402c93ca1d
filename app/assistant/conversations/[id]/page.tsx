import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAssistant } from "@/lib/auth/guards";
import { idOf } from "@/lib/server/page";
import { ConversationPage } from "../../../_shared/conversations/conversation-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations"))("one") };
}

export default async function OneConversationPage({
  params,
  searchParams,
}: PageProps<"/assistant/conversations/[id]">) {
  const ctx = await requireAssistant();
  const isSent = "sent" in (await searchParams);
  return <ConversationPage ctx={ctx} area="assistant" id={idOf((await params).id)} isSent={isSent} />;
}
