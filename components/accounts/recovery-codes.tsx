"use client";
import { Copy, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/forms/button";
import { Notice } from "@/components/ui/layout/notice";
import { notify } from "@/components/ui/overlays/toast";
import { saveFile } from "./save-file";

/** Recovery codes, this once: to be copied, downloaded or written down. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  const t = useTranslations("accounts.factor");
  const text = codes.join("\n");
  async function copy() {
    await navigator.clipboard?.writeText(text);
    notify(t("copied"));
  }
  return (
    <Notice role="status">
      <p className="font-semibold">{t("codes")}</p>
      <p>{t("codesHint")}</p>
      <ul className="my-3 grid gap-1 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button onPress={copy} icon={<Copy aria-hidden />}>
          {t("copy")}
        </Button>
        <Button
          onPress={() => saveFile(`${t("file")}.txt`, `${text}\n`, "text/plain")}
          icon={<Download aria-hidden />}
        >
          {t("download")}
        </Button>
      </div>
    </Notice>
  );
}
