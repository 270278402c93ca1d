import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { RemoveForm } from "@/app/_shared/forms/remove-form";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireLeaveType } from "@/lib/absences/settings/queries";
import type { LeaveTypeView } from "@/lib/absences/settings/schema-leave";
import { maySetLeaveTypes } from "@/lib/absences/settings/service-leave-types";
import { requireManager } from "@/lib/auth/guards";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import { orNotFound } from "@/lib/server/page";
import { TypeForm } from "../../_components/type-form";
import { deleteType } from "../../actions";

type TypePageProps = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("absences.types"))("edit") };
}

export default async function TypePage({ params }: TypePageProps) {
  const ctx = await requireManager();
  if (!(await maySetLeaveTypes(ctx))) notFound();
  const { id } = await params;
  const type = await orNotFound(() => requireLeaveType(ctx, id));
  const t = await getTranslations("absences");
  const name = namesIn(localeOf(await getLocale()), [type])[id] ?? id;
  return (
    <Page width="text">
      <PageHeader title={name} back={{ href: "/manager/absences/settings", label: t("settings") }} />
      <TypeForm values={valuesOf(type)} isNew={false} />
      <RemoveForm
        action={deleteType}
        id={id}
        label={t("types.remove")}
        labelOf={t("types.remove")}
        done={t("types.removed")}
      />
    </Page>
  );
}

const FLAGS = ["isPaid", "countsAgainstAllowance", "canGoNegative", "interruptsLeave", "isRetired"] as const;

function valuesOf(type: LeaveTypeView): Record<string, string> {
  const { id, version, nameEn, nameSv, approval, unit, yearlyLimit, noticeDays } = type;
  return {
    id,
    version: String(version),
    nameEn,
    nameSv,
    approval,
    unit,
    yearlyLimit: yearlyLimit === null ? "" : String(yearlyLimit),
    noticeDays: String(noticeDays),
    ...Object.fromEntries(FLAGS.map((flag) => [flag, type[flag] ? "on" : ""])),
  };
}
