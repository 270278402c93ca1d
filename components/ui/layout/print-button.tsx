"use client";
import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/forms/button";

/** Prints the page; the print style sheet leaves out what can only be pressed. */
export function PrintButton() {
  const t = useTranslations("common.action");
  return (
    <Button icon={<Printer aria-hidden />} onPress={() => window.print()} className="print:hidden">
      {t("print")}
    </Button>
  );
}
