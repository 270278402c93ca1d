"use client";
import { FileCheck, FileText, FileX, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/forms/button";
import { cx } from "@/components/ui/layout/cx";
import type { FileSlot, FileState } from "./file-slots";

type FileRowProps = {
  slot: FileSlot;
  file: File | undefined;
  state: (name: string, file: File, isWaiting: boolean) => FileState;
  isWaiting: boolean;
  onRemove: () => void;
};

const ICONS = { waiting: FileText, good: FileCheck, bad: FileX };
const ICON_STYLES = { waiting: "text-ink-3", good: "text-accent", bad: "text-gap-bar" };

/** One file that is asked for: what was chosen, and what is known of it in words. */
export function FileRow({ slot, file, state, isWaiting, onRemove }: FileRowProps) {
  const t = useTranslations("common.files");
  const known = file && state(slot.name, file, isWaiting);
  const tone = known?.tone ?? "waiting";
  const Icon = ICONS[tone];
  return (
    <div className="relative flex min-h-13 items-center gap-3 border-b border-line">
      <Icon aria-hidden className={cx("size-4 shrink-0", ICON_STYLES[tone])} />
      <div className="min-w-0 flex-1">
        <p className={cx("truncate text-base", file ? "font-medium" : "text-ink-2")}>
          {file?.name ?? slot.label}
        </p>
        <p
          role="status"
          className={cx("truncate text-xs", tone === "bad" ? "font-medium text-gap-ink" : "text-ink-2")}
        >
          {known?.words ?? slot.hint}
        </p>
      </div>
      {file && (
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("remove", { name: file.name })}
          icon={<X aria-hidden />}
          onPress={onRemove}
        />
      )}
      {file && isWaiting && (
        <span aria-hidden className="absolute inset-x-0 -bottom-px h-0.5 overflow-hidden bg-line">
          <span className="progress-run block h-full w-1/3 bg-accent" />
        </span>
      )}
    </div>
  );
}
