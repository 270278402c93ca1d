import { getFormatter, getNow, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Section } from "@/components/ui/layout/page";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { dayWords } from "@/lib/i18n/time-words";
import { orNotFound } from "@/lib/server/page";
import { proposeSplits } from "@/lib/training/splits/queries";
import type { ProposeSplitsInput } from "@/lib/training/splits/schema";
import { Refused } from "./refused";
import { SplitCard } from "./split-card";

/** The ways to hold a course that leave nobody open, and why fewer sessions are impossible. */
export async function Splits({ ctx, input }: { ctx: Ctx<Manager>; input: ProposeSplitsInput }) {
  const t = await getTranslations("training.findDates");
  const [format, now] = [await getFormatter(), await getNow()];
  const answer = await orNotFound(() => proposeSplits(ctx, input));
  if (!answer.ok) return <Refused refusal={answer} />;
  const { people, sessionsAtLeast, mostAtOnce, splits, unplaceable } = answer.value;
  if (splits.every(({ sessions }) => sessions.length === 0)) return <EmptyState>{t("none")}</EmptyState>;
  return (
    <Section title={t("found")}>
      <p className="text-base">{t("why", { most: mostAtOnce, people, count: sessionsAtLeast })}</p>
      {unplaceable.length > 0 && (
        <ul className="grid gap-1 text-sm text-gap-ink">
          {unplaceable.map(({ id, name, on, executives }) => (
            <li key={id}>
              {t("unplaceable", {
                name,
                executives: executives.join(", "),
                on: on === null ? "none" : dayWords({ format, now }, on),
              })}
            </li>
          ))}
        </ul>
      )}
      <div className="grid gap-4 lg:grid-cols-3">
        {splits.map((split) => (
          <SplitCard
            key={split.kind}
            split={split}
            courseId={input.courseId}
            poolId={input.poolId}
            seats={input.seats}
          />
        ))}
      </div>
    </Section>
  );
}
