import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PublicAd } from "@/lib/hiring/ads/queries";
import type { StoredDraft } from "@/lib/hiring/applications/schema";
import type { Locale } from "@/lib/i18n/locales";
import { PlainField, plainControl } from "./plain-field";

type ApplyFormProps = {
  ad: PublicAd;
  locale: Locale;
  months: number;
  draft: (StoredDraft & { fileName: string | null }) | null;
  draftId: string | undefined;
  via: string;
  startedAt: number;
};

/** One page and one button: a plain form with its file, which needs no script. */
export function ApplyForm({ ad, locale, months, draft, draftId, via, startedAt }: ApplyFormProps) {
  const t = useTranslations("careers.apply");
  const faults = draft?.faults ?? [];
  const faultOf = (name: string) => (faults.includes(name) ? t("fault.field") : undefined);
  const resumeFault = faults.find((one) => one.startsWith("resume."))?.slice(7);
  return (
    <form
      method="post"
      action={`/careers/${ad.slug}/apply/send`}
      encType="multipart/form-data"
      className="grid gap-6"
    >
      <Hidden
        values={{
          lang: locale,
          draft: draftId ?? "",
          via,
          started: String(startedAt),
        }}
      />
      {faults.length > 0 && (
        <p id="faults" role="alert" className="rounded-lg bg-gap-bg px-4 py-3 font-medium text-gap-ink">
          {faults.includes("many") ? t("fault.many") : t("fault.title")}
        </p>
      )}
      <PlainField id="name" label={t("name")} fault={faultOf("name")}>
        <input
          id="name"
          name="name"
          required
          maxLength={120}
          autoComplete="name"
          defaultValue={draft?.name}
          className={plainControl}
        />
      </PlainField>
      <PlainField id="email" label={t("email")} fault={faultOf("email")}>
        <input
          id="email"
          name="email"
          type="email"
          required
          maxLength={254}
          autoComplete="email"
          defaultValue={draft?.email}
          className={plainControl}
        />
      </PlainField>
      <PlainField id="phone" label={t("phone")} hint={t("optional")} fault={faultOf("phone")}>
        <input
          id="phone"
          name="phone"
          type="tel"
          maxLength={40}
          autoComplete="tel"
          defaultValue={draft?.phone}
          className={plainControl}
        />
      </PlainField>
      <PlainField
        id="resume"
        label={t("resume")}
        hint={t("resumeHint")}
        fault={resumeFault && t(`resumeFault.${resumeFault as "missing"}`)}
      >
        {draft?.fileName && <p className="text-base">{t("resumeKept", { name: draft.fileName })}</p>}
        <input
          id="resume"
          name="resume"
          type="file"
          required={!draft?.fileName}
          accept=".pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          className="min-h-11 w-full py-2 text-base"
        />
      </PlainField>
      {ad.questions.map((question, i) => (
        <PlainField
          key={question.en + question.sv}
          id={`answers.${i}`}
          label={question[locale] || question.en || question.sv}
          hint={question.isRequired ? undefined : t("optional")}
          fault={faultOf(`answers.${i}`)}
        >
          <textarea
            id={`answers.${i}`}
            name={`answers.${i}`}
            rows={2}
            required={question.isRequired}
            maxLength={2000}
            defaultValue={draft?.answers[i]}
            className={`${plainControl} field-sizing-content h-auto min-h-16 py-2.5`}
          />
        </PlainField>
      ))}
      <PlainField id="letter" label={t("letter")} hint={t("optional")} fault={faultOf("letter")}>
        <textarea
          id="letter"
          name="letter"
          rows={4}
          maxLength={4000}
          defaultValue={draft?.letter}
          className={`${plainControl} field-sizing-content h-auto min-h-28 py-2.5`}
        />
      </PlainField>
      <div hidden>
        <label htmlFor="website">{t("trap")}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <div className="grid gap-1 border-y border-line py-4">
        <label className="flex min-h-11 items-start gap-3 text-[1.0625rem]">
          <input
            type="checkbox"
            name="consent"
            required
            defaultChecked={draft?.consent}
            className="mt-1 size-5 accent-accent"
          />
          <span className="grid">
            {t("consent", { employer: ad.employer })}
            <span className="text-base text-ink-2">{t("consentHint", { months })}</span>
          </span>
        </label>
        {faultOf("consent") && <p className="font-medium text-gap-ink">{t("fault.consent")}</p>}
      </div>
      <button
        type="submit"
        className="inline-flex h-12 items-center justify-center gap-2 rounded-lg bg-accent px-5 text-lg font-semibold text-accent-ink hover:bg-accent-hover"
      >
        <Send aria-hidden className="size-5" />
        {t("submit")}
      </button>
    </form>
  );
}

function Hidden({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
