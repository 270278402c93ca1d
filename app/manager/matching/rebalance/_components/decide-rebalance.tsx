"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { PageFoot } from "@/components/ui/layout/page-foot";
import { acceptRebalance, discardRebalanceAction, undoRebalanceAction } from "../actions";

type Known = { id: string; version: number };
type AcceptRebalanceProps = Known & { changes: number; day: string; children: ReactNode };

/** Accepts the changes that are ticked, or puts the proposal away. */
export function AcceptRebalance({ id, version, changes, day, children }: AcceptRebalanceProps) {
  const t = useTranslations("matching.rebalance");
  const refusals = useRefusalWords();
  return (
    <>
      <Form action={acceptRebalance} done={t("accepted")} refusals={refusals}>
        <VersionOf id={id} version={version} />
        <input type="hidden" name="changes" value={changes} />
        {children}
        <PageFoot>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-xs text-ink-2">{t("acceptHint", { day })}</p>
            <Button type="submit" variant="primary" isDisabled={changes === 0}>
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
