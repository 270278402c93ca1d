import { Paperclip } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { FileView } from "@/lib/files/schema";

const MB = 1_000_000;

/** Files of a request, each to be saved. */
export function RequestFiles({ files }: { files: readonly FileView[] }) {
  const t = useTranslations("requests.files");
  const format = useFormatter();
  if (files.length === 0) return null;
  const sizeOf = (size: number) =>
    size < MB
      ? format.number(Math.max(1, Math.round(size / 1_000)), { style: "unit", unit: "kilobyte" })
      : format.number(size / MB, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });
  return (
    <ul aria-label={t("label")} className="flex flex-wrap gap-1.5 pt-1.5">
      {files.map(({ id, name, size }) => (
        <li key={id} className="min-w-0">
          <a
            href={`/api/files/requests/${id}`}
            download={name}
            className="flex h-8 min-w-0 items-center gap-1.5 rounded-lg border border-line px-2.5 hover:bg-hover touch:h-11"
          >
            <Paperclip aria-hidden className="size-4 shrink-0 text-ink-3" />
            <span className="truncate font-medium">{name}</span>
            <span className="tnum shrink-0 text-xs text-ink-2">{sizeOf(size)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
