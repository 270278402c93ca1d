"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import type { Option } from "@/components/ui/forms/options";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { TextField } from "@/components/ui/forms/text-field";
import { type HandlerCandidate, handlerOf, impartialHandlers } from "@/lib/disputes/access/rules-handlers";
import { firstTier, type Tier } from "@/lib/disputes/cases/rules";
import {
  CASE_TOPICS,
  CASE_WISHES,
  type DraftFields,
  LONGEST_STATEMENT,
  MAY_KNOW,
  MOST_NAMED,
} from "@/lib/disputes/raising/schema";
import { begin, change, findPeopleToName } from "./actions";
import type { CaseArea } from "./areas";
import { HandlerRow } from "./handler-row";
import { ReadBy } from "./read-by";

type RaiseFormProps = {
  area: CaseArea;
  draft?: { id: string; version: number; fields: DraftFields };
  handlers: HandlerCandidate[];
  /** Those a draft names already. */
  named: Option[];
  /** By when a person answers, by tier. */
  due: Record<Tier, string>;
};

type Chosen = { topic: string; named: Option[]; handlerId: string; isGrave: boolean };

/** One page to raise something; while people are named it says who will read it. */
export function RaiseForm({ area, draft, handlers, named, due }: RaiseFormProps) {
  const t = useTranslations("conversations.raise");
  const fields = draft?.fields;
  const [chosen, setChosen] = useState<Chosen>({
    topic: fields?.topic ?? "person",
    named,
    handlerId: fields?.handlerId ?? "",
    isGrave: fields?.isGrave ?? false,
  });
  const involved = chosen.named.map(({ value }) => value);
  const handler = handlerOf(handlers, involved, chosen.handlerId || null);
  const isAboutPerson = chosen.topic === "person";
  const names = chosen.named.map(({ label }) => label);
  return (
    <Form action={draft ? change : begin} refusals={useRefusalWords()} keepsNothing className="gap-5">
      <input type="hidden" name="area" value={area} />
      {draft && <input type="hidden" name="id" value={draft.id} />}
      {draft && <input type="hidden" name="version" value={draft.version} />}
      <div
        className="grid gap-5"
        onChange={(event: ChangeEvent<HTMLDivElement>) => setChosen(readChosen(event))}
      >
        <RadioGroup
          name="topic"
          label={t("about")}
          appearance="segmented"
          defaultValue={chosen.topic}
          options={CASE_TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))}
        />
        {isAboutPerson && <People named={named} />}
        <TextArea
          name="statement"
          label={t("what")}
          rows={6}
          maxLength={LONGEST_STATEMENT}
          defaultValue={fields?.statement}
          autoComplete="off"
        />
        <RadioGroup
          name="wish"
          label={t("wish")}
          defaultValue={fields?.wish ?? "change"}
          options={CASE_WISHES.map((value) => ({ value, label: t(`wishes.${value}`) }))}
        />
        {isAboutPerson && (
          <RadioGroup
            name="mayKnow"
            label={t("mayKnow")}
            defaultValue={fields?.mayKnow ?? "handler"}
            options={MAY_KNOW.map((value) => ({
              value,
              label: t(`knows.${value}`, { count: names.length, name: names[0] ?? "" }),
            }))}
          />
        )}
        <Checkbox
          name="isGrave"
          label={t("grave")}
          description={t("graveExplain")}
          defaultChecked={fields?.isGrave}
        />
        <HandlerRow handler={handler}>
          <FormDisclosure summary={t("changeHandler")}>
            <Select
              name="handlerId"
              label={t("handler")}
              defaultValue={fields?.handlerId ?? ""}
              placeholder={t("anyHandler")}
              options={impartialHandlers(handlers, involved).map(({ userId, name, pools }) => ({
                value: userId,
                label: name,
                hint: pools,
              }))}
            />
          </FormDisclosure>
        </HandlerRow>
      </div>
      {handler && (
        <p className="text-base text-ink-2">
          {t("promise", {
            name: handler.name,
            when: due[firstTier({ topic: chosen.topic, isGrave: chosen.isGrave })],
          })}
        </p>
      )}
      <div className="sticky bottom-0 z-10 -mx-(--edge) grid gap-3 border-t border-line bg-surface px-(--edge) py-3">
        <ReadBy handler={handler} named={names} handlers={handlers} />
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            name="intent"
            value="send"
            variant="primary"
            icon={<Send aria-hidden />}
            isDisabled={!handler}
            className="max-md:flex-1"
          >
            {handler ? t("sendTo", { name: handler.name }) : t("send")}
          </Button>
          <Button type="submit" name="intent" value="save">
            {t("save")}
          </Button>
        </div>
      </div>
    </Form>
  );
}

function People({ named }: { named: readonly Option[] }) {
  const t = useTranslations("conversations.raise");
  const nth = (i: number) => (
    <Select
      key={i}
      name="personIds[]"
      label={t("who", { nth: i + 1 })}
      placeholder={t("nobody")}
      defaultValue={named[i]?.value ?? ""}
      options={[...named]}
      find={findPeopleToName}
    />
  );
  return (
    <div className="grid gap-3">
      {nth(0)}
      <FormDisclosure summary={t("more")} isOpen={named.length > 1}>
        {Array.from({ length: MOST_NAMED - 1 }, (_, i) => nth(i + 1))}
        <TextField name="outsider" label={t("outsider")} maxLength={200} autoComplete="off" />
      </FormDisclosure>
    </div>
  );
}

function readChosen(event: ChangeEvent<HTMLDivElement>): Chosen {
  const form = event.currentTarget.closest("form");
  const data = new FormData(form ?? undefined);
  const selects = [...(form?.querySelectorAll<HTMLSelectElement>('select[name="personIds[]"]') ?? [])];
  const options = selects.map(({ value, selectedOptions }) => ({
    value,
    label: selectedOptions[0]?.text.split(" · ")[0] ?? "",
  }));
  const topic = String(data.get("topic") ?? "person");
  return {
    topic,
    named: topic === "person" ? options.filter(({ value }) => value !== "") : [],
    handlerId: String(data.get("handlerId") ?? ""),
    isGrave: data.has("isGrave"),
  };
}
