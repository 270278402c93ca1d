"use client";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { saveFile } from "@/components/accounts/save-file";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Notice } from "@/components/ui/layout/notice";
import { exportData } from "./actions";

/** All that is kept of a person, as a file of theirs. */
export function OwnData() {
  const t = useTranslations("accounts.ownData");
  return (
    <Form
      action={exportData}
      refusals={useRefusalWords()}
      receipt={(answer) =>
        answer.status === "done" && (
          <Notice role="status">
            <p className="mb-2">{t("ready")}</p>
            <Button
              icon={<Download aria-hidden />}
              onPress={() =>
                saveFile(`${t("file")}.json`, JSON.stringify(answer.value, null, 2), "application/json")
              }
            >
              {t("save")}
            </Button>
          </Notice>
        )
      }
    >
      <p className="text-base text-pretty text-ink-2">{t("lead")}</p>
      <Button type="submit" className="w-fit">
        {t("make")}
      </Button>
    </Form>
  );
}
