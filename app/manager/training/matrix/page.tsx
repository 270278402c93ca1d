import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { DetailPanel, ListDetail } from "@/components/ui/layout/list-detail";
import { MoreLink } from "@/components/ui/layout/more-link";
import { Page, Section } from "@/components/ui/layout/page";
import { PrintButton } from "@/components/ui/layout/print-button";
import { Tabs } from "@/components/ui/layout/tabs";
import { listSkillChanges } from "@/lib/assistants/queries-skills";
import { requireManager } from "@/lib/auth/guards";
import { listPools } from "@/lib/pools/queries";
import { namesOfDuties } from "@/lib/pools/queries-duties";
import { orNotFound, parseSearchParams } from "@/lib/server/page";
import { getSkillMatrix } from "@/lib/training/matrix/queries";
import { TrainingHeader } from "../_components/training-header";
import { SkillHistory } from "./_components/skill-history";
import { SkillTable } from "./_components/skill-table";
import { MatrixAddress, matrixAddress } from "./matrix-address";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("view.matrix") };
}

export default async function SkillMatrixPage({ searchParams }: PageProps<"/manager/training/matrix">) {
  const ctx = await requireManager();
  const t = await getTranslations("training");
  const { filter } = await parseSearchParams(MatrixAddress, searchParams);
  const pools = await listPools(ctx);
  const pool = pools.find(({ id }) => id === filter.pool) ?? pools[0];
  if (!pool) return null;
  const { page, person, duty } = filter;
  const matrix = await getSkillMatrix(ctx, { poolId: pool.id, page });
  const dutyNames = await namesOfDuties(
    ctx,
    matrix.duties.map(({ dutyId }) => dutyId),
  );
  const whose = matrix.people.find(({ id }) => id === person);
  const open = whose && duty ? { person: whose.id, duty } : null;
  const changes = open
    ? await orNotFound(() => listSkillChanges(ctx, { assistantId: open.person, dutyId: open.duty }))
    : [];
  const address = { pool: pool.id, page };
  return (
    <Page width="full">
      <LivePage kinds={["training", "person"]} poolIds={[pool.id]} />
      <TrainingHeader
        current="matrix"
        actions={
          <>
            <a href={`/manager/training/matrix/csv?pool=${pool.id}`} download className={buttonStyle()}>
              {t("matrix.csv")}
            </a>
            <PrintButton />
            {pools.length > 1 && (
              <Tabs
                label={t("pool")}
                appearance="segmented"
                tabs={pools.map(({ id, name }) => ({
                  href: matrixAddress({ pool: id }),
                  label: name,
                  isCurrent: id === pool.id,
                }))}
              />
            )}
          </>
        }
      />
      <ListDetail
        detail={
          open && (
            <DetailPanel label={`${dutyNames[open.duty]}, ${whose?.name}`}>
              <Section title={`${dutyNames[open.duty] ?? open.duty}, ${whose?.name}`}>
                <SkillHistory changes={changes} />
              </Section>
            </DetailPanel>
          )
        }
      >
        {matrix.people.length > 0 ? (
          <div className="print-a3 min-w-0 px-(--edge)">
            <SkillTable matrix={matrix} dutyNames={dutyNames} address={address} open={open} />
            <p className="py-3 text-xs text-ink-2">{t("matrix.hint")}</p>
          </div>
        ) : (
          <EmptyState className="mx-(--edge) mt-6">{t("matrix.none")}</EmptyState>
        )}
        {open && (
          <div className="px-(--edge) pb-4 min-[1200px]:hidden">
            <Section title={`${dutyNames[open.duty] ?? open.duty}, ${whose?.name}`}>
              <SkillHistory changes={changes} />
            </Section>
          </div>
        )}
        <div className="grid gap-2 px-(--edge) empty:hidden">
          {matrix.nextPage && (
            <MoreLink href={matrixAddress({ ...address, page: matrix.nextPage })} label={t("matrix.next")} />
          )}
          {page > 1 && <MoreLink href={matrixAddress({ pool: pool.id })} label={t("matrix.first")} />}
        </div>
      </ListDetail>
    </Page>
  );
}
