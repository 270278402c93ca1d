"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

type Printed = { at: Date; heading: string };

/** When a page was printed, at its head on paper only; and what it is, where the page says so in a toolbar that isn't printed. */
export function PrintedAt() {
  const t = useTranslations("common.date");
  const format = useFormatter();
  const [printed, setPrinted] = useState<Printed | null>(null);

  useEffect(() => {
    const paper = window.matchMedia("print");
    const note = () => flushSync(() => setPrinted({ at: new Date(), heading: headingLeftOut() }));
    window.addEventListener("beforeprint", note);
    paper.addEventListener("change", note);
    return () => {
      window.removeEventListener("beforeprint", note);
      paper.removeEventListener("change", note);
    };
  }, []);

  if (!printed) return null;
  return (
    <div aria-hidden className="hidden items-baseline justify-between gap-4 pb-1 text-xs print:flex">
      <strong className="text-xl">{printed.heading}</strong>
      <span className="tnum">
        {t("printed", { at: format.dateTime(printed.at, { dateStyle: "medium", timeStyle: "short" }) })}
      </span>
    </div>
  );
}

function headingLeftOut(): string {
  const heading = document.querySelector("main [class~='print:hidden'] h1");
  return [...(heading?.children ?? [])].map((part) => part.textContent).join(" ");
}
