"use client";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { notify } from "@/components/ui/overlays/toast";

/** The link somebody answers with: opened as they see it, or copied to be sent to them. */
export function OwnLink({ address, name }: { address: string; name: string }) {
  const t = useTranslations("meetings.who");
  async function copy() {
    await navigator.clipboard?.writeText(address);
    notify(t("copied", { name }));
  }
  return (
    <span className="flex items-center gap-3 pl-11 text-xs">
      <a href={address} className="inline-flex items-center text-accent-text hover:underline touch:min-h-11">
        {t("link", { name })}
      </a>
      <button
        type="button"
        onClick={copy}
        className="inline-flex items-center gap-1 text-ink-2 hover:text-ink touch:min-h-11"
        aria-label={t("copyOf", { name })}
      >
        <Copy aria-hidden className="size-3.5" />
        {t("copy")}
      </button>
    </span>
  );
}
