"use client";
import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import type { PoolAhead } from "@/lib/insight/first-steps/rules";
import { planAhead } from "../actions";

type PlanPoolProps = PoolAhead & { isMain: boolean; poolName?: string };

/** Plans the coming six weeks of a pool; its review waits on the board. */
export function PlanPool({ poolId, from, to, isMain, poolName }: PlanPoolProps) {
  const t = useTranslations("firstSteps.plan");
  const wordsOf = useRefusalWords();
  return (
    <Form action={planAhead} refusals={wordsOf}>
      <input type="hidden" name="poolId" value={poolId} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      <Button type="submit" variant={isMain ? "primary" : "outline"} icon={<Sparkles aria-hidden />}>
        {poolName ? t("actFor", { pool: poolName }) : t("act")}
      </Button>
    </Form>
  );
}
