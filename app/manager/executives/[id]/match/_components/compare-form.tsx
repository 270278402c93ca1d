"use client";
import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/forms/button";
import { PageFoot } from "@/components/ui/layout/page-foot";
import { MOST_COMPARED } from "@/lib/matching/placements/schema-limits";

type CompareFormProps = { action: string; from: string; children: ReactNode };

/** The list as a form that leads to those ticked, side by side; four at most. */
export function CompareForm({ action, from, children }: CompareFormProps) {
  const t = useTranslations("matching.find");
  const legend = useTranslations("matching")("legend");
  const [count, setCount] = useState(0);
  return (
    <form
      method="get"
      action={action}
      onChange={(event) => setCount(event.currentTarget.querySelectorAll("[name=with]:checked").length)}
      className="grid gap-4"
    >
      <input type="hidden" name="from" value={from} />
      {children}
      <PageFoot>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p aria-live="polite" className="text-xs text-ink-2">
            {count > MOST_COMPARED ? t("most") : legend}
          </p>
          <Button
            type="submit"
            variant="primary"
            icon={<Columns3 aria-hidden />}
            isDisabled={count > MOST_COMPARED}
          >
            {t("compare", { count })}
          </Button>
        </div>
      </PageFoot>
    </form>
  );
}
