import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAdministrator } from "@/lib/auth/guards";
import { OwnSecurity } from "../../_shared/security/own-security";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.security"))("title") };
}

export default async function SecurityPage() {
  return <OwnSecurity ctx={await requireAdministrator()} area="admin" />;
}
