"use client";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/dates/date-field";
import { TimeField } from "@/components/ui/dates/time-field";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { Select } from "@/components/ui/forms/select";
import type { TryAddress, TryMoment } from "../try-address";
import { DurationField } from "./duration-field";

type TryFormProps = { address: TryAddress; executives: { value: string; label: string; hint: string }[] };

/** A level and what happens to a request, all in the address: a try can be sent to a colleague. */
export function TryForm({ address, executives }: TryFormProps) {
  const t = useTranslations("requests.levels");
  return (
    <form className="grid content-start gap-5 border-line px-(--edge) py-4 md:border-r md:px-6 md:py-5">
      <h2 className="border-b border-line pb-2 text-sm font-semibold">{t("level")}</h2>
      <div className="grid grid-cols-2 gap-3">
        <DurationField name="answer" label={t("answerWithin")} defaultValue={address.answer} />
        <DurationField name="resolve" label={t("resolveWithin")} defaultValue={address.resolve} />
      </div>
      <h2 className="border-b border-line pb-2 text-sm font-semibold">{t("example")}</h2>
      <Select
        name="executive"
        label={t("executive")}
        defaultValue={address.executiveId}
        options={executives}
      />
      <Moment moment="filed" address={address} />
      <h2 className="border-b border-line pb-2 text-sm font-semibold">{t("then")}</h2>
      {(["answer", "wait", "resume", "resolve"] as const).map((moment) => (
        <Moment key={moment} moment={moment} address={address} />
      ))}
      <PlainButton type="submit" variant="primary" className="w-fit">
        {t("show")}
      </PlainButton>
    </form>
  );
}

/** When something happens: a day and a time. */
function Moment({ moment, address }: { moment: TryMoment; address: TryAddress }) {
  const t = useTranslations("requests.levels");
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-sm font-medium">{t(`moment.${moment}`)}</legend>
      <div className="flex gap-2">
        <DateField
          name={`${moment}On`}
          label={t("dayOf", { moment: t(`moment.${moment}`) })}
          isLabelHidden
          defaultValue={address.on[moment] ?? ""}
        />
        <TimeField
          name={`${moment}At`}
          label={t("timeOf", { moment: t(`moment.${moment}`) })}
          isLabelHidden
          defaultValue={address.at[moment] ?? ""}
        />
      </div>
    </fieldset>
  );
}
