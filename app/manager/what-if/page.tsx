import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireManager } from "@/lib/auth/guards";
import { WhatIfPage } from "./_components/what-if-page";
import { readWhatIfAddress } from "./what-if-address";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("whatIf");
  return { title: t("title") };
}

export default async function Page({ searchParams }: PageProps<"/manager/what-if">) {
  const ctx = await requireManager();
  const address = readWhatIfAddress(await searchParams);
  return <WhatIfPage ctx={ctx} address={address} />;
}
