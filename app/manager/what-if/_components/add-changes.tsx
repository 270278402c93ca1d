"use client";
import Form from "next/form";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Select } from "@/components/ui/forms/select";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { WhatIfOptions } from "@/lib/coverage/what-if/queries-options";
import type { WhatIfChange } from "@/lib/coverage/what-if/schema";
import { mondayOf } from "@/lib/time/iso-week";
import type { WhatIfAddress } from "../what-if-address";
import { ExecutiveFields } from "./executive-fields";
import { KeptFields } from "./kept-fields";
import { useChangeWords } from "./use-change-words";
import { useFindInPool } from "./use-find-in-pool";

type Named = { id: string; name: string };
type AddChangesProps = {
  address: WhatIfAddress & { week: NonNullable<WhatIfAddress["week"]> };
  options: WhatIfOptions;
  lenders: Named[];
  duties: Named[];
};

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const LEVELS = [2, 3, 4, 5];

/** The ways to change the question; each is a form of its own that only goes to another address. */
export function AddChanges({ address, options, lenders, duties }: AddChangesProps) {
  const t = useTranslations("whatIf.add");
  const { leaveWords, weekdayWords } = useChangeWords(options, lenders, duties);
  const assistants = options.assistants.map(({ id, name }) => ({ value: id, label: name }));
  const find = useFindInPool(options);
  const firstDay = mondayOf(address.week);
  const form = (kind: WhatIfChange["kind"], fields: ReactNode) => (
    <AddForm kind={kind} title={t(`${kind}.title`)} address={address}>
      {fields}
    </AddForm>
  );
  const assistant = (name: string, label: string) => (
    <Select
      name={name}
      label={label}
      options={assistants}
      find={find.assistants}
      placeholder={t("choose")}
      isRequired
    />
  );
  return (
    <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
      {form(
        "resigns",
        <>
          {assistant("assistant", t("assistant"))}
          <DateField name="from" label={t("from")} defaultValue={firstDay} isRequired />
        </>,
      )}
      {form("executive_joins", <ExecutiveFields options={options} duties={duties} firstDay={firstDay} />)}
      {form(
        "assistant_joins",
        <>
          {assistant("likeAssistant", t("like"))}
          <DateField name="from" label={t("joinsFrom")} defaultValue={firstDay} isRequired />
        </>,
      )}
      {form(
        "no_cover",
        <Select
          name="weekday"
          label={t("weekday")}
          defaultValue="5"
          options={WEEKDAYS.map((weekday) => ({ value: String(weekday), label: weekdayWords(weekday) }))}
        />,
      )}
      {form(
        "skill_raised",
        <>
          {assistant("assistant", t("assistant"))}
          <Select
            name="trainedDuty"
            label={t("duty")}
            options={duties.map(({ id, name }) => ({ value: id, label: name }))}
            placeholder={t("choose")}
            isRequired
          />
          <Select
            name="level"
            label={t("level")}
            defaultValue="3"
            options={LEVELS.map((level) => ({ value: String(level), label: String(level) }))}
          />
        </>,
      )}
      {options.leave.length > 0 &&
        form(
          "leave_approved",
          <Select
            name="absence"
            label={t("request")}
            placeholder={t("choose")}
            options={options.leave.map((leave) => ({ value: leave.id, label: leaveWords(leave) }))}
            isRequired
          />,
        )}
      {lenders.length > 0 &&
        form(
          "pool_lends",
          <Select
            name="lender"
            label={t("pool")}
            options={lenders.map(({ id, name }) => ({ value: id, label: name }))}
          />,
        )}
    </div>
  );
}

type AddFormProps = {
  kind: WhatIfChange["kind"];
  title: string;
  address: WhatIfAddress;
  children: ReactNode;
};

function AddForm({ kind, title, address, children }: AddFormProps) {
  const t = useTranslations("whatIf.add");
  const details = useRef<HTMLDetailsElement>(null);
  // The answer comes below: what was added makes room for it, and the focus stays in sight.
  function close() {
    if (!details.current) return;
    details.current.open = false;
    details.current.querySelector("summary")?.focus();
  }
  return (
    <Disclosure ref={details} name="add-change" summary={title} className="border-b border-line py-1">
      <Form action="/manager/what-if" scroll={false} onSubmit={close} className="grid gap-3 pb-4">
        <KeptFields address={address} />
        <input type="hidden" name="add" value={kind} />
        {children}
        <Button type="submit" className="w-fit" aria-label={t("submitName", { change: title })}>
          {t("submit")}
        </Button>
      </Form>
    </Disclosure>
  );
}
