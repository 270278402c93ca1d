"use client";
import { useTranslations } from "next-intl";
import { Avatar, firstNameOf } from "@/components/ui/layout/avatar";
import type { Change } from "./changes";
import { useRecentChange } from "./live-context";

/** In a row that is `relative isolate`: its ground flashes when another person has changed it, and a tag says who for six seconds. */
export function JustChanged({ id }: { id: string }) {
  const change = useRecentChange(id);
  if (!change) return null;
  return (
    <>
      <span key={change.at} aria-hidden className="pointer-events-none absolute inset-0 -z-10 flash" />
      <ChangedTag change={change} />
    </>
  );
}

/** "Eva, just now". */
export function ChangedTag({ change }: { change: Change }) {
  const t = useTranslations("live");
  return (
    <span className="inline-flex h-6 shrink-0 items-center gap-1.5 rounded-full bg-float pr-2 pl-0.5 text-xs font-medium whitespace-nowrap shadow-float">
      {change.by && <Avatar name={change.by} size="tiny" />}
      <span className={change.by ? undefined : "pl-1.5"}>
        {change.by ? t("justNow", { name: firstNameOf(change.by) }) : t("justNowUnnamed")}
      </span>
    </span>
  );
}
