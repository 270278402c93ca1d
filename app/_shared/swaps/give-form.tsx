"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { boxStyle, dotStyle } from "@/components/ui/forms/checkbox-style";
import { Form, type FormProps } from "@/components/ui/forms/form";
import { Avatar } from "@/components/ui/layout/avatar";

/** A person, or their shift, who may be asked. */
export type Askable = { id: string; name: string; line: string };

type AskFormProps = {
  action: unknown;
  shiftId: string;
  kind: "drop" | "swap" | "ask";
  choices: readonly Askable[];
  /** So many are asked at once at most: the first of them are ticked. */
  mostTicked: number;
  hint: string;
  children?: ReactNode;
};

/** Whom to ask about a shift: colleagues, all ticked, or one of their shifts; and one button that asks. Works before JavaScript. */
export function AskForm({ action, shiftId, kind, choices, mostTicked, hint, children }: AskFormProps) {
  const t = useTranslations("schedule.give");
  const refusals = useRefusalWords();
  const [ticked, setTicked] = useState(() => new Set(choices.slice(0, mostTicked).map(({ id }) => id)));
  const isSwap = kind === "swap";
  const label = isSwap ? t("askSwap") : t("ask", { count: ticked.size });

  function tick(id: string, isOn: boolean) {
    const next = new Set(ticked);
    if (isOn) next.add(id);
    else next.delete(id);
    setTicked(next);
  }

  return (
    <Form action={action as FormProps<never>["action"]} refusals={refusals} className="gap-0">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="shiftId" value={shiftId} />
      <fieldset>
        <legend className="pb-1 text-sm text-ink-2">{isSwap ? t("whichShift") : t("whoCould")}</legend>
        {choices.map(({ id, name, line }, i) => (
          <label
            key={id}
            htmlFor={`ask-${id}`}
            className="grid min-h-15 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-3 border-b border-hair py-1.5 has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <Avatar name={name} />
            <span className="min-w-0">
              <span className="block truncate font-medium">{name}</span>
              <span className="tnum block truncate text-sm text-ink-2">{line}</span>
            </span>
            {!isSwap ? (
              <input
                type="checkbox"
                id={`ask-${id}`}
                name="toAssistantIds[]"
                value={id}
                defaultChecked={i < mostTicked}
                onChange={(event) => tick(id, event.currentTarget.checked)}
                className={boxStyle}
              />
            ) : (
              <input type="radio" name="withShiftId" value={id} required className={dotStyle} />
            )}
          </label>
        ))}
      </fieldset>
      {children}
      <div className="sticky bottom-0 grid gap-2 bg-surface py-3">
        <Button
          type="submit"
          variant="primary"
          icon={<Send aria-hidden />}
          isDisabled={!isSwap && ticked.size === 0}
          className="w-full md:w-fit"
        >
          {label}
        </Button>
        <p className="text-sm text-ink-2">{hint}</p>
      </div>
    </Form>
  );
}
