import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireManager } from "@/lib/auth/guards";
import { WhatIfPage } from "./_components/what-if-page";
import { addedChange, readWhatIfAddress, whatIfHref } from "./what-if-address";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("whatIf");
  return { title: t("title") };
}

export default async function Page({ searchParams }: PageProps<"/manager/what-if">) {
  const ctx = await requireManager();
  const params = await searchParams;
  const address = readWhatIfAddress(params);
  if (params.add !== undefined) {
    const added = addedChange(params);
    redirect(whatIfHref(address, { changes: [...address.changes, ...(added ? [added] : [])] }));
  }
  return <WhatIfPage ctx={ctx} address={address} />;
}
