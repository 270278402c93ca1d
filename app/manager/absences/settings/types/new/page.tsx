import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { maySetLeaveTypes } from "@/lib/absences/settings/service-leave-types";
import { requireManager } from "@/lib/auth/guards";
import { TypeForm } from "../../_components/type-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("absences.types"))("add") };
}

export default async function NewTypePage() {
  if (!(await maySetLeaveTypes(await requireManager()))) notFound();
  const t = await getTranslations("absences");
  return (
    <Page width="text">
      <PageHeader
        title={t("types.add")}
        back={{ href: "/manager/absences/settings", label: t("settings") }}
      />
      <TypeForm values={{ isPaid: "on", noticeDays: "0", unit: "half" }} isNew />
    </Page>
  );
}
