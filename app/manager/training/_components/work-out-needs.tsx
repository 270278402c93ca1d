"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { workOut } from "../actions";

type WorkOutNeedsProps = { pools: readonly { id: string; name: string }[] };

/** Works the needs out from who serves whom now, a pool at a time. */
export function WorkOutNeeds({ pools }: WorkOutNeedsProps) {
  const t = useTranslations("training.needs");
  const refusals = useRefusalWords();
  return (
    <div className="flex flex-wrap gap-2">
      {pools.map(({ id, name }) => (
        <Form key={id} action={workOut} done={t("worked", { name })} refusals={refusals}>
          <input type="hidden" name="poolId" value={id} />
          <Button type="submit">{pools.length > 1 ? t("againOf", { name }) : t("again")}</Button>
        </Form>
      ))}
    </div>
  );
}
