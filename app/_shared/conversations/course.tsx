import { getFormatter, getTranslations } from "next-intl/server";
import { cx } from "@/components/ui/layout/cx";
import { COURSE } from "@/lib/disputes/cases/rules";
import type { CaseView } from "@/lib/disputes/cases/schema";

type Step = { key: (typeof COURSE)[number]; state: "past" | "now" | "to_come"; when: string | null };

/** The course of a conversation: where it has been and when, where it is, and by when it is to be closed. */
export async function Course({ view }: { view: CaseView }) {
  const t = await getTranslations("conversations");
  const steps = await stepsOf(view);
  return (
    <ol
      aria-label={t("course")}
      className="-mx-(--edge) grid gap-2 border-b border-line px-(--edge) pt-2 pb-4 md:flex md:gap-0 md:px-6 print:hidden"
    >
      {steps.map(({ key, state, when }, i) => (
        <li
          key={key}
          aria-current={state === "now" ? "step" : undefined}
          className={cx(
            "grid content-start gap-x-3 gap-y-1.5 max-md:grid-cols-[0.75rem_1fr_auto] max-md:items-center md:min-w-0 md:flex-1",
            state === "to_come" && !when && "max-md:hidden",
          )}
        >
          <span aria-hidden className="flex h-3 items-center">
            <span
              className={cx(
                "size-3 shrink-0 rounded-full",
                state === "to_come" ? "border-2 border-edge" : "bg-accent",
                state === "now" && "border-4 border-accent bg-surface",
              )}
            />
            {i < steps.length - 1 && (
              <span
                className={cx(
                  "mx-1 flex-1 border-t-2 max-md:hidden",
                  state === "past" ? "border-accent" : "border-dashed border-line-2",
                )}
              />
            )}
          </span>
          <span
            className={cx("text-xs md:pr-3", state === "now" ? "font-semibold" : "font-medium text-ink-2")}
          >
            {t(`status.${key}`)}
          </span>
          {when && <span className="tnum text-xs text-ink-2">{when}</span>}
        </li>
      ))}
    </ol>
  );
}

async function stepsOf(view: CaseView): Promise<Step[]> {
  const t = await getTranslations("conversations");
  const format = await getFormatter();
  const { timeZone, promisedOn } = view;
  const moments = {
    reported: view.reportedAt,
    acknowledged: view.acknowledgedAt,
    triaged: view.triagedAt,
    closed: view.closedAt,
  } as const;
  const dated = (key: Step["key"]) => (key in moments ? moments[key as keyof typeof moments] : null);
  const reached = (COURSE as readonly string[]).indexOf(view.status);
  const latest = Math.max(
    reached,
    COURSE.findLastIndex((key) => dated(key) !== null),
  );
  return COURSE.map((key, i) => {
    const at = dated(key);
    const state = i === reached ? "now" : i < latest ? "past" : "to_come";
    if (at) return { key, state, when: format.dateTime(new Date(at), { ...WHEN, timeZone }) };
    const planned = key === "closed" && promisedOn ? new Date(`${promisedOn}T00:00:00Z`) : null;
    const when = planned && t("planned", { day: format.dateTime(planned, { ...DAY, timeZone: "UTC" }) });
    return { key, state, when };
  });
}

const DAY = { weekday: "short", day: "numeric", month: "short" } as const;
const WHEN = { ...DAY, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
