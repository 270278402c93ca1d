import { BadgeCheck } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getNow, getTranslations } from "next-intl/server";
import { z } from "zod";
import { hoursADay } from "@/components/matching/use-fit-words";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { dayWords } from "@/lib/i18n/time-words";
import { requireRebalance } from "@/lib/matching/proposals/queries";
import { idOf, orNotFound, parseSearchParams } from "@/lib/server/page";
import { AcceptRebalance, UndoRebalance } from "../_components/decide-rebalance";
import { GainCurve } from "../_components/gain-curve";
import { MoveTable } from "../_components/move-table";

const Asked = z.object({ changes: z.coerce.number().int().min(0).max(20).optional() });
const DAYS_OF_WEEK = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching.rebalance"))("title") };
}

export default async function RebalanceDetailPage({
  params,
  searchParams,
}: PageProps<"/manager/matching/rebalance/[id]">) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const t = await getTranslations("matching.rebalance");
  const [format, now] = [await getFormatter(), await getNow()];
  const { changes } = (await parseSearchParams(Asked, searchParams)).filter;
  const rebalance = await orNotFound(() => requireRebalance(ctx, id));
  const { curve, names, status, version, poolId } = rebalance;
  const [first] = curve;
  const point = curve.find((one) => one.changes === changes) ?? curve.at(-1);
  const day = dayWords({ format, now }, rebalance.from);
  const back = { href: `/manager/matching/rebalance?pool=${poolId}`, label: t("title") };
  if (!first || !point) return <PageHeader title={t("title")} back={back} />;
  const left = point.bound - point.value;
  const facts = [
    t("unassigned", { count: rebalance.unassigned }),
    point.overload > 0 ? t("overload", { hours: hoursADay(point.overload) * DAYS_OF_WEEK }) : t("noOverload"),
  ];
  return (
    <Page width="full">
      <PageHeader
        title={t("title")}
        meta={[t("row", { day, most: rebalance.mostChanges }), t(`status.${status}`)].join(" · ")}
        back={back}
      />
      <div className="grid gap-1">
        <h2 className="text-xl font-semibold">
          {t("headline", { changes: point.used, gain: point.value - first.value })}
        </h2>
        <p className="text-sm text-ink-2">{t("sum")}</p>
      </div>
      <GainCurve id={id} curve={curve} chosen={point.changes} />
      <p className="flex items-center gap-2 text-sm font-medium text-accent-text">
        <BadgeCheck aria-hidden className="size-4" />
        {point.isProven
          ? t("proven", { changes: point.changes })
          : t("bounded", { percent: (100 * left) / Math.max(1, point.value) })}
      </p>
      <p className="text-sm text-ink-2">{facts.join(" · ")}</p>
      {status === "proposed" ? (
        <AcceptRebalance
          key={point.changes}
          {...{ id, version, day }}
          changes={point.changes}
          gains={Object.fromEntries(
            point.moves.map(({ executiveId, before, after }) => [executiveId, (after ?? 0) - (before ?? 0)]),
          )}
        >
          <MoveTable moves={point.moves} names={names} isOpen />
        </AcceptRebalance>
      ) : (
        <MoveTable moves={point.moves} names={names} isOpen={false} />
      )}
      {status === "applied" && <UndoRebalance id={id} version={version} />}
    </Page>
  );
}
