"use client";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { Form, type FormAnswer } from "@/components/ui/forms/form";

type DownloadLinksProps = {
  files: readonly { href: string; label: string }[];
  /** Whether the reader has shown lately that it is they. */
  isProven: boolean;
  action: (previous: never, form: FormData) => Promise<FormAnswer>;
};

/** Files to download for whoever has shown lately that it is they; others are asked for that first. */
export function DownloadLinks({ files, isProven, action }: DownloadLinksProps) {
  const t = useTranslations("imports.export");
  const refusals = useRefusalWords();
  const links = (
    <ul className="flex flex-wrap gap-2">
      {files.map(({ href, label }) => (
        <li key={href}>
          <a href={href} download className={buttonStyle()}>
            <Download aria-hidden />
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
  if (isProven) return links;
  return (
    <Form
      action={action as never}
      refusals={refusals}
      receipt={(answer) => answer.status === "done" && links}
    >
      <Button type="submit" className="w-fit">
        {t("show")}
      </Button>
    </Form>
  );
}
