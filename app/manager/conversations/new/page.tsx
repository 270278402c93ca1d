import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireManager } from "@/lib/auth/guards";
import { RaisePage } from "../../../_shared/conversations/raise-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("conversations"))("one") };
}

export default async function NewConversationPage() {
  return <RaisePage ctx={await requireManager()} area="manager" />;
}
