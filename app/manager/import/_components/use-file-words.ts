"use client";
import { useTranslations } from "next-intl";
import type { FileState } from "@/components/ui/files/file-slots";
import type { ImportFile, ImportReport } from "@/lib/imports/schema";

/** What the last check of the files says of each: its rows, its faults; without a check, that there was none. */
export function useFileWords(report: ImportReport | null) {
  const t = useTranslations("imports.drop");
  return (name: string, _file: File, isWaiting: boolean): FileState => {
    if (isWaiting) return { words: t("checking"), tone: "waiting" };
    const rows = report?.files[name as ImportFile]?.rows;
    const faults = report?.faults.filter((fault) => fault.file === name) ?? [];
    if (faults.length > 0) return { words: t("faults", { count: faults.length }), tone: "bad" };
    if (rows === undefined) return { words: t("unchecked"), tone: "waiting" };
    return { words: t("rows", { count: rows }), tone: "good" };
  };
}
