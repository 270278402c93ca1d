import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAdministrator } from "@/lib/auth/guards";
import { OwnTokens } from "../../../_shared/security/own-tokens";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.tokens"))("title") };
}

export default async function TokensPage() {
  return <OwnTokens ctx={await requireAdministrator()} area="admin" />;
}
