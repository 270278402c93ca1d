import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Facts } from "@/components/ui/layout/facts";
import { Page, Section } from "@/components/ui/layout/page";
import { Table } from "@/components/ui/layout/table";
import { requireManager } from "@/lib/auth/guards";
import { readHiringFigures } from "@/lib/hiring/figures/queries";
import { FEWEST_FOR_PERCENT, type HiringFigures } from "@/lib/hiring/figures/rules";
import { requireRequisition } from "@/lib/hiring/requisitions/queries";
import { idOf, orNotFound } from "@/lib/server/page";
import { RequisitionHeader } from "../_components/requisition-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring.view"))("figures") };
}

export default async function FiguresPage({ params }: PageProps<"/manager/hiring/[id]/figures">) {
  const ctx = await requireManager();
  const t = await getTranslations("hiring.figures");
  const id = idOf((await params).id);
  const requisition = await orNotFound(() => requireRequisition(ctx, id));
  const figures = await readHiringFigures(ctx, id);
  return (
    <Page>
      <RequisitionHeader requisition={requisition} current="figures" />
      {figures.applications > 0 ? <Figures figures={figures} /> : <EmptyState>{t("none")}</EmptyState>}
    </Page>
  );
}

async function Figures({ figures }: { figures: HiringFigures }) {
  const t = await getTranslations("hiring.figures");
  const status = await getTranslations("hiring.board.status");
  const format = await getFormatter();
  const days = (count: number | null) => (count === null ? "–" : t("days", { count }));
  const { answeredInTime, answeredOf } = figures;
  const inTime =
    answeredOf < FEWEST_FOR_PERCENT
      ? t("countOf", { count: answeredInTime, all: answeredOf })
      : format.number(answeredInTime / answeredOf, "percent");
  return (
    <>
      <h2 className="text-xl font-semibold tracking-tight text-pretty">
        {t("finding", {
          applications: figures.applications,
          hired: figures.hired,
          fill: figures.daysToFill ?? 0,
          isFilled: figures.daysToFill === null ? "no" : "yes",
        })}
      </h2>
      <Facts
        facts={[
          { label: t("toFill"), value: days(figures.daysToFill) },
          { label: t("toHire"), value: days(figures.daysToHire) },
          { label: t("inTime"), value: inTime },
        ]}
      />
      <Section title={t("stages")}>
        <Table
          caption={t("stages")}
          columns={[
            { key: "stage", header: t("stage"), cell: ({ stage }) => status(stage) },
            { key: "reached", header: t("reached"), align: "end", cell: ({ reached }) => reached },
            { key: "median", header: t("median"), align: "end", cell: ({ medianDays }) => days(medianDays) },
            { key: "most", header: t("nine"), align: "end", cell: ({ mostDays }) => days(mostDays) },
          ]}
          rows={figures.stages}
          rowKey={({ stage }) => stage}
        />
      </Section>
      <Section title={t("sources")}>
        <Table
          caption={t("sources")}
          columns={[
            { key: "via", header: t("source"), cell: ({ via }) => via || t("direct") },
            { key: "count", header: t("applications"), align: "end", cell: ({ count }) => count },
          ]}
          rows={figures.sources}
          rowKey={({ via }) => via}
        />
      </Section>
    </>
  );
}
