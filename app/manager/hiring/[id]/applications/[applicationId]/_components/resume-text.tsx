import { useTranslations } from "next-intl";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { Marked } from "@/components/requests/marked";
import type { ResumeTextView } from "@/lib/hiring/resumes/schema";
import { readAgain } from "../../../../actions";

type ResumeTextProps = { applicationId: string; resume: ResumeTextView | null; q: string | undefined };

/** What is read in a résumé, with what was searched for marked; or why nothing is. */
export function ResumeText({ applicationId, resume, q }: ResumeTextProps) {
  const t = useTranslations("hiring.resume");
  if (resume === null) return <p className="text-sm text-ink-2">{t("reading")}</p>;
  if (resume.fault)
    return (
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-sm text-ink-2">{t(`fault.${resume.fault}`)}</p>
        <TapForm action={readAgain} fields={{ id: applicationId }} label={t("again")} done={t("asked")} />
      </div>
    );
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll what is longer than its frame.
      tabIndex={0}
      aria-label={t("text")}
      className="max-h-[32rem] overflow-auto rounded-md border border-line bg-sunken px-4 py-3 text-sm whitespace-pre-line text-pretty [overflow-wrap:anywhere]"
    >
      <Marked text={resume.text} typed={q} />
    </section>
  );
}
