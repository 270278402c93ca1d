"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form } from "@/components/ui/forms/form";
import { NumberField } from "@/components/ui/forms/text-field";
import type { SchedulePolicyView } from "@/lib/schedules/setup/schema";
import { saveRules } from "../actions";
import { RULES_IN_HOURS } from "../form-input";

const FIELDS = [
  ...RULES_IN_HOURS,
  "breakMinutes",
  "daysInRow",
  "noticeDays",
  "wishesCloseDays",
  "ratherNotDays",
] as const;

/** A rule as the form shows it: most in hours, a break in minutes, some in days. */
function shownValue(policy: SchedulePolicyView, name: (typeof FIELDS)[number]): string {
  return String(RULES_IN_HOURS.some((one) => one === name) ? policy[name] / 60 : policy[name]);
}

/** What a pool's shifts are checked against. */
export function RulesForm({ policy }: { policy: SchedulePolicyView }) {
  const t = useTranslations("schedule.setup.rules");
  const refusals = useRefusalWords();
  return (
    <Form
      key={policy.version}
      action={saveRules}
      values={Object.fromEntries(FIELDS.map((name) => [name, shownValue(policy, name)]))}
      done={t("saved")}
      refusals={refusals}
    >
      <p className="text-base text-ink-2">{t("hint")}</p>
      <input type="hidden" name="poolId" value={policy.poolId} />
      <input type="hidden" name="version" value={policy.version} />
      <div className="grid gap-3 sm:grid-cols-2">
        {FIELDS.map((name) => (
          <NumberField key={name} name={name} label={t(name)} min={0} step="any" isRequired />
        ))}
      </div>
      <Checkbox name="replacesPattern" label={t("replacesPattern")} defaultChecked={policy.replacesPattern} />
      <Checkbox name="firstTaker" label={t("firstTaker")} defaultChecked={policy.firstTaker} />
      <Button type="submit" className="w-fit">
        {t("save")}
      </Button>
    </Form>
  );
}
