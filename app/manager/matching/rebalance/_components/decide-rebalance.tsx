"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { PageFoot } from "@/components/ui/layout/page-foot";
import { acceptRebalance, discardRebalanceAction, undoRebalanceAction } from "../actions";

type Known = { id: string; version: number };
type AcceptRebalanceProps = Known & {
  changes: number;
  day: string;
  /** By how much each executive's fit rises, by id. */
  gains: Readonly<Record<string, number>>;
  children: ReactNode;
};

/** Accepts the changes that are ticked, or puts the proposal away. */
export function AcceptRebalance({ id, version, changes, day, gains, children }: AcceptRebalanceProps) {
  const [chosen, setChosen] = useState(() => Object.keys(gains));
  const t = useTranslations("matching.rebalance");
  const refusals = useRefusalWords();
  return (
    <>
      <Form action={acceptRebalance} done={t("accepted")} refusals={refusals}>
        <VersionOf id={id} version={version} />
        <input type="hidden" name="changes" value={changes} />
        <div onChange={(event) => setChosen(tickedIn(event.currentTarget))}>{children}</div>
        <PageFoot>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-xs text-ink-2">
              <span className="block font-medium text-ink" aria-live="polite">
                {t("chosen", {
                  count: chosen.length,
                  of: Object.keys(gains).length,
                  gain: chosen.reduce((sum, one) => sum + (gains[one] ?? 0), 0),
                })}
              </span>
              {t("acceptHint", { day })}
            </p>
            <Button type="submit" variant="primary" isDisabled={chosen.length === 0}>
              {t("accept", { day })}
            </Button>
          </div>
        </PageFoot>
      </Form>
      <Form action={discardRebalanceAction} done={t("discarded")} refusals={refusals}>
        <VersionOf id={id} version={version} />
        <Button type="submit" className="w-fit">
          {t("discard")}
        </Button>
      </Form>
    </>
  );
}

function tickedIn(element: HTMLElement): string[] {
  return [...element.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => value);
}

/** Takes back what was accepted, until its day comes. */
export function UndoRebalance({ id, version }: Known) {
  const t = useTranslations("matching.rebalance");
  return (
    <Form action={undoRebalanceAction} done={t("undone")} refusals={useRefusalWords()}>
      <VersionOf id={id} version={version} />
      <Button type="submit" className="w-fit">
        {t("undo")}
      </Button>
    </Form>
  );
}

function VersionOf({ id, version }: Known) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
