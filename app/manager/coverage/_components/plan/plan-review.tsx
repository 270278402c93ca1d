"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/forms/button";
import { Notice } from "@/components/ui/layout/notice";
import { Skeleton } from "@/components/ui/layout/skeleton";
import { Sheet } from "@/components/ui/overlays/sheet";
import type { PlanView } from "@/lib/coverage/plans/queries";
import { PlanChanges } from "./plan-changes";
import { PlanCoverRow } from "./plan-cover-row";
import { PlanGapRow } from "./plan-gap-row";
import { readApi } from "./read-api";

type PlanReviewProps = {
  planId: string;
  /** The plan's version on the board; a sheet that shows an older one says so and waits to be asked. */
  version: number;
  dutyNames: Record<string, string>;
  onAccept: (version: number) => void;
};

/** The whole plan in a sheet: what it changes, who goes where, why, why not the others, and what stays open. */
export function PlanReview({ planId, version, dutyNames, onAccept }: PlanReviewProps) {
  const t = useTranslations("board.plan");
  const [seen, setSeen] = useState<number>();
  const [reading, setReading] = useState(1);
  return (
    <Sheet
      title={t("review")}
      trigger={<Button className="border-plan-bar bg-plan-bg text-plan-ink">{t("review")}</Button>}
      footer={(close) => (
        <Button
          variant="primary"
          onPress={() => {
            close();
            onAccept(seen ?? version);
          }}
        >
          {t("accept")}
        </Button>
      )}
    >
      <PlanDetails
        key={reading}
        planId={planId}
        version={version}
        dutyNames={dutyNames}
        onSeen={setSeen}
        onAnew={() => setReading(reading + 1)}
      />
    </Sheet>
  );
}

type PlanDetailsProps = Omit<PlanReviewProps, "onAccept"> & {
  onSeen: (version: number) => void;
  onAnew: () => void;
};

function PlanDetails({ planId, version, dutyNames, onSeen, onAnew }: PlanDetailsProps) {
  const t = useTranslations("board");
  const refusals = useTranslations("refusals");
  const [plan, setPlan] = useState<PlanView | "loading" | "failed">("loading");
  useEffect(() => {
    const abort = new AbortController();
    readApi<PlanView>(`/coverage/plans/${planId}`, abort.signal)
      .then((read) => {
        setPlan(read);
        onSeen(read.version);
      })
      .catch(() => !abort.signal.aborted && setPlan("failed"));
    return () => abort.abort();
  }, [planId, onSeen]);
  if (plan === "loading") return <Skeleton className="h-40" />;
  if (plan === "failed") return <p role="alert">{refusals("unknown")}</p>;
  const changes = plan.assignments.filter((cover) => cover.isChange);
  return (
    <div className="grid gap-5">
      <div role="status" className="empty:-mb-5">
        {version > plan.version && (
          <Notice tone="plan" actions={<Button onPress={onAnew}>{t("plan.showBetter")}</Button>}>
            {t("plan.better")}
          </Notice>
        )}
      </div>
      <PlanChanges plan={plan} />
      {plan.uncovered.length > 0 && (
        <section className="grid gap-2">
          <h3 className="font-semibold">{t("plan.open")}</h3>
          <ul className="grid gap-3">
            {plan.uncovered.map((gap) => (
              <PlanGapRow key={`${plan.version} ${gap.index}`} gap={gap} plan={plan} dutyNames={dutyNames} />
            ))}
          </ul>
        </section>
      )}
      <section className="grid gap-2">
        <h3 className="font-semibold">{t("plan.covers")}</h3>
        <ul className="grid">
          {changes.map((cover) => (
            <PlanCoverRow
              key={`${plan.version} ${cover.index}`}
              cover={cover}
              plan={plan}
              dutyNames={dutyNames}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}
