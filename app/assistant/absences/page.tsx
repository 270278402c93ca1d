import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AbsenceRow } from "@/components/absences/absence-row";
import { EmptyState } from "@/components/ui/empty-state";
import { MoreLink } from "@/components/ui/more-link";
import { Page, PageHeader, Section } from "@/components/ui/page";
import { listLeaveTypes, listOwnAbsences } from "@/lib/absences/queries";
import { ListOwnAbsencesInput } from "@/lib/absences/schema";
import { requireAssistant } from "@/lib/auth/guards";
import { dayFromDate } from "@/lib/time/day";
import { AskForm, WithdrawForm } from "./_components/ask-form";

const PER_PAGE = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("absences");
  return { title: t("mine") };
}

export default async function MyAbsencesPage({ searchParams }: PageProps<"/assistant/absences">) {
  const ctx = await requireAssistant();
  const t = await getTranslations("absences");
  const { cursor } = await searchParams;
  const asked = ListOwnAbsencesInput.safeParse({ limit: PER_PAGE, ...(cursor && { cursor }) });
  const [own, types] = await Promise.all([
    listOwnAbsences(ctx, asked.success ? asked.data : ListOwnAbsencesInput.parse({ limit: PER_PAGE })),
    listLeaveTypes(ctx),
  ]);
  const options = types.map((type) => ({
    value: type.id,
    label: ctx.actor.locale === "sv" ? type.nameSv : type.nameEn,
  }));
  const nameOf = (id: string) => options.find((option) => option.value === id)?.label ?? id;
  return (
    <Page width="text">
      <PageHeader title={t("mine")} />
      <Section title={t("ask")}>
        <AskForm types={options} today={dayFromDate(ctx.now)} />
      </Section>
      <Section title={t("mine")}>
        {own.items.length === 0 ? (
          <EmptyState>{t("empty.own")}</EmptyState>
        ) : (
          <ul>
            {own.items.map((absence) => (
              <AbsenceRow key={absence.id} absence={absence} typeName={nameOf(absence.type)} isNamed={false}>
                {absence.status === "requested" && <WithdrawForm absence={absence} />}
              </AbsenceRow>
            ))}
          </ul>
        )}
        {own.nextCursor && (
          <MoreLink href={`/assistant/absences?cursor=${own.nextCursor}`} label={t("next")} />
        )}
      </Section>
    </Page>
  );
}
