"use client";
import { useTranslations } from "next-intl";
import { type Action, TapForm } from "@/app/_shared/forms/tap-form";
import type { ArrangementView } from "@/lib/training/arrangements/schema";

type SettleArrangementProps = {
  action: Action;
  arrangement: Pick<ArrangementView, "id" | "version" | "status">;
  what: string;
};

/** One tap says that something is done or not needed, and one takes that back. */
export function SettleArrangement({ action, arrangement, what }: SettleArrangementProps) {
  const t = useTranslations("training.arrangements");
  const { id, version, status } = arrangement;
  const tap = (next: ArrangementView["status"], label: string, of: string) => (
    <TapForm
      action={action}
      fields={{ id, version, status: next }}
      label={label}
      of={of}
      variant={next === "done" ? "outline" : "ghost"}
    />
  );
  if (status !== "open") return tap("open", t("reopen"), t("reopenOf", { what }));
  return (
    <>
      {tap("done", t("done"), t("doneOf", { what }))}
      {tap("not_needed", t("notNeeded"), t("notNeededOf", { what }))}
    </>
  );
}
