import { ListChecks } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/layout/link";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { areFirstStepsShown, getFirstSteps } from "@/lib/insight/first-steps/queries";
import { FIRST_STEPS } from "@/lib/insight/first-steps/rules";

/** One line above the board of a new office: how many first steps are done, and the way to the rest. */
export async function FirstStepsLine({ ctx }: { ctx: Ctx<Manager> }) {
  if (!(await areFirstStepsShown(ctx))) return null;
  const { done } = await getFirstSteps(ctx);
  const next = FIRST_STEPS.find((step) => !done[step]);
  if (!next) return null;
  const t = await getTranslations("firstSteps");
  const count = FIRST_STEPS.filter((step) => done[step]).length;
  return (
    <section
      aria-label={t("title")}
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-2 border-b border-line px-4 text-sm print:hidden"
    >
      <ListChecks aria-hidden className="size-4 shrink-0 text-ink-3" />
      <p className="min-w-0">
        <span className="font-semibold">{t("next", { step: t(`${next}.title`) })}</span>{" "}
        <span className="tnum text-xs text-ink-2">{t("progress", { count, of: FIRST_STEPS.length })}</span>
      </p>
      <Link
        href="/manager/first-steps"
        className="rounded font-medium text-accent-text hover:underline touch:inline-flex touch:min-h-11 touch:items-center"
      >
        {t("continue")}
      </Link>
    </section>
  );
}
