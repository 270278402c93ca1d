"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useUndoable } from "@/components/refusals/use-undoable";
import { useDayWords } from "@/components/time/use-day-words";
import { Button } from "@/components/ui/forms/button";
import { Form, type FormAnswer, type FormProps } from "@/components/ui/forms/form";
import type { SicknessNow } from "@/lib/coverage/leave-cover/queries-sickness";
import { addDays } from "@/lib/time/day";
import { end, report } from "../../cover-actions";

type Option = { label: string; fields: Record<string, string> };
type Reported = FormAnswer & { value?: { id: string; version: number } };
type IllOptionsProps = Pick<SicknessNow, "next" | "following" | "when">;

/** One tap reports how long one is ill, and for ten seconds takes it back. Forms, so that they work before hydration. */
export function IllOptions({ next, following, when }: IllOptionsProps) {
  const t = useTranslations("cover.sick");
  const refusals = useRefusalWords();
  const undoable = useUndoable();
  const dayBefore = addDays(next.on, -1);

  async function takeBack({ id, version }: NonNullable<Reported["value"]>) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ id, version, to: dayBefore })) form.set(name, String(value));
    const answer = await end({ status: "idle", values: {} } as never, form);
    return answer.status === "done"
      ? { ok: true as const }
      : { ...(answer as FormAnswer), ok: false as const };
  }

  function tell({ value }: Reported) {
    for (const sheet of document.querySelectorAll<HTMLElement>(":popover-open")) sheet.hidePopover();
    if (value) undoable(t("done"), () => takeBack(value), { undone: t("notIllDone") });
  }

  return (
    <div className="grid gap-2">
      {useOptions({ next, following, when }).map(({ label, fields }, i) => (
        <Form
          key={label}
          action={report as FormProps<Reported>["action"]}
          onDone={tell}
          refusals={refusals}
          className="gap-2"
        >
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button
            type="submit"
            variant={i === 0 ? "primary" : "outline"}
            className="w-full max-md:h-12 max-md:text-base"
          >
            {label}
          </Button>
        </Form>
      ))}
    </div>
  );
}

/** How long one may be ill: what is left of today, the afternoon, or a working day more. */
function useOptions({ next, following, when }: IllOptionsProps): Option[] {
  const t = useTranslations("cover.sick.option");
  const dayWords = useDayWords();
  const { on, part } = next;
  if (when !== "today") {
    return [
      { label: t("day", { day: dayWords(on) }), fields: { from: on, to: on } },
      {
        label: t("days", { day: dayWords(on), next: dayWords(following) }),
        fields: { from: on, to: following },
      },
    ];
  }
  const isTomorrow = following === addDays(on, 1);
  const longer = isTomorrow ? t("withTomorrow") : t("withDay", { day: dayWords(following) });
  return [
    { label: t(part === "am" ? "today" : "rest"), fields: {} },
    ...(part === "am" ? [{ label: t("afternoon"), fields: { from: on, fromPart: "pm", to: on } }] : []),
    { label: longer, fields: { to: following } },
  ];
}
