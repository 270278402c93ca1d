"use client";
import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/forms/button";

/** Opens the browser's own print dialog. */
export function PrintButton() {
  const t = useTranslations("schedule.print");
  return (
    <Button icon={<Printer aria-hidden />} onPress={() => window.print()}>
      {t("button")}
    </Button>
  );
}
