"use client";
import { useTranslations } from "next-intl";
import type { FindOptions, Option } from "@/components/ui/forms/options";
import { Select } from "@/components/ui/forms/select";

type RequesterProps = { options: Option[]; chosen?: string | undefined; find?: FindOptions };

/** For which executive a request is filed. */
export function Requester({ options, chosen, find }: RequesterProps) {
  const t = useTranslations("requests.form");
  const first = chosen && options.some(({ value }) => value === chosen) ? chosen : options[0]?.value;
  return (
    <Select
      name="executiveId"
      label={t("requester")}
      options={options}
      defaultValue={first}
      className="max-w-md"
      {...(find && { find })}
    />
  );
}
