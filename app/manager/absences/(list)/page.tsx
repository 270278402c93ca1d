import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AbsenceRow } from "@/components/absences/absence-row";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { MoreLink } from "@/components/ui/more-link";
import { Page, PageHeader, Section } from "@/components/ui/page";
import { SearchField } from "@/components/ui/search-field";
import { listAbsences, listLeaveTypes } from "@/lib/absences/queries";
import { ListAbsencesInput } from "@/lib/absences/schema";
import { requireManager } from "@/lib/auth/guards";
import { dayFromDate } from "@/lib/time/day";
import { CancelForm, DecideForm } from "../_components/decide-form";

const PER_PAGE = 30;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("absences");
  return { title: t("title") };
}

export default async function AbsencesPage({ searchParams }: PageProps<"/manager/absences">) {
  const ctx = await requireManager();
  const t = await getTranslations("absences");
  const params = await searchParams;
  const q = typeof params.q === "string" ? params.q.trim().slice(0, 100) : "";
  const cursor = typeof params.cursor === "string" ? params.cursor : undefined;
  const coming = ListAbsencesInput.safeParse({
    status: "approved",
    from: dayFromDate(ctx.now),
    limit: PER_PAGE,
    ...(q && { q }),
    ...(cursor && { cursor }),
  });
  const asked = ListAbsencesInput.parse({ status: "requested", limit: PER_PAGE, ...(q && { q }) });
  const [toDecide, away, types] = await Promise.all([
    listAbsences(ctx, asked),
    listAbsences(ctx, coming.success ? coming.data : { ...asked, status: "approved" }),
    listLeaveTypes(ctx),
  ]);
  const typeNames = new Map(
    types.map((type) => [type.id, ctx.actor.locale === "sv" ? type.nameSv : type.nameEn]),
  );
  const next = new URLSearchParams({ ...(q && { q }), cursor: away.nextCursor ?? "" });
  return (
    <Page>
      <PageHeader
        title={t("title")}
        actions={
          <LinkButton href="/manager/absences/new" variant="primary" icon={<Plus aria-hidden />}>
            {t("record")}
          </LinkButton>
        }
      />
      <SearchField label={t("search")} action="/manager/absences" query={q} />
      <Section title={t("toDecide")} meta={toDecide.items.length || undefined}>
        {toDecide.items.length === 0 ? (
          <EmptyState>{q ? t("empty.search", { query: q }) : t("empty.toDecide")}</EmptyState>
        ) : (
          <ul>
            {toDecide.items.map((absence) => (
              <AbsenceRow
                key={absence.id}
                absence={absence}
                typeName={typeNames.get(absence.type) ?? absence.type}
              >
                {absence.assistantId === ctx.actor.assistant?.id ? (
                  <p className="text-sm text-ink-2">{t("decide.own")}</p>
                ) : (
                  <DecideForm absence={absence} />
                )}
              </AbsenceRow>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("coming")}>
        {away.items.length === 0 ? (
          <EmptyState>{q ? t("empty.search", { query: q }) : t("empty.coming")}</EmptyState>
        ) : (
          <ul>
            {away.items.map((absence) => (
              <AbsenceRow
                key={absence.id}
                absence={absence}
                typeName={typeNames.get(absence.type) ?? absence.type}
              >
                {absence.assistantId !== ctx.actor.assistant?.id && <CancelForm absence={absence} />}
              </AbsenceRow>
            ))}
          </ul>
        )}
        {away.nextCursor && <MoreLink href={`/manager/absences?${next}`} label={t("next")} />}
      </Section>
    </Page>
  );
}
