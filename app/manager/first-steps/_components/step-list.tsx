import { Circle, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { InvitePeople } from "@/components/accounts/invite-people";
import { LinkButton } from "@/components/ui/forms/link-button";
import type { FirstSteps } from "@/lib/insight/first-steps/queries";
import { FIRST_STEPS, type FirstStep } from "@/lib/insight/first-steps/rules";
import { inviteMany } from "../../invite-action";
import { PlanPool } from "./plan-pool";

type StepListProps = { steps: FirstSteps; publicUrl: string };

/** The first steps in order, each with how it stands and its one way on. */
export function StepList({ steps, publicUrl }: StepListProps) {
  const { pools, ahead, done } = steps;
  const next = FIRST_STEPS.find((step) => !done[step]);
  const words = useStateWords(steps);
  const sumOf = (of: (pool: (typeof pools)[number]) => number) =>
    pools.reduce((sum, pool) => sum + of(pool), 0);
  const lacking = pools.find(({ withoutAllowance }) => withoutAllowance > 0);
  const t = useTranslations("firstSteps");
  const link = (step: "people" | "allowances", href: string) => (
    <LinkButton href={href} variant={step === next ? "primary" : "outline"}>
      {t(`${step}.act`)}
    </LinkButton>
  );
  const acts: Record<FirstStep, ReactNode> = {
    people: link("people", "/manager/import"),
    invitations: null,
    allowances: link("allowances", `/manager/absences/settings${lacking ? `?pool=${lacking.id}` : ""}`),
    plan: ahead
      .filter(({ open }) => open > 0)
      .map((one) => (
        <PlanPool
          key={one.poolId}
          {...one}
          isMain={next === "plan"}
          poolName={pools.length > 1 ? pools.find(({ id }) => id === one.poolId)?.name : undefined}
        />
      )),
  };
  return (
    <ol className="border-t border-hair">
      {FIRST_STEPS.map((step) => (
        <li key={step} className="grid gap-3 border-b border-hair py-3">
          <div className="grid grid-cols-[1.25rem_minmax(0,1fr)] items-start gap-x-3 gap-y-2 sm:grid-cols-[1.25rem_minmax(0,1fr)_auto]">
            <Mark isDone={done[step]} />
            <div className="min-w-0">
              <h2 className="text-base font-medium">{t(`${step}.title`)}</h2>
              <p className="tnum text-sm text-pretty text-ink-2">{words[step]}</p>
            </div>
            {!done[step] && (
              <div className="flex flex-col items-start gap-2 max-sm:col-start-2 sm:items-end">
                {acts[step]}
              </div>
            )}
          </div>
          {step === "invitations" && (
            <div className="sm:pl-8">
              <InvitePeople
                list="accounts"
                neverInvited={sumOf(({ neverInvited }) => neverInvited)}
                hasChoice={false}
                publicUrl={publicUrl}
                action={inviteMany}
              />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function Mark({ isDone }: { isDone: boolean }) {
  const t = useTranslations("firstSteps");
  const Icon = isDone ? CircleCheck : Circle;
  return (
    <span className="mt-0.5">
      <Icon aria-hidden className={isDone ? "size-5 text-accent-text" : "size-5 text-ink-3"} />
      <span className="sr-only">{t(isDone ? "isDone" : "isOpen")}</span>
    </span>
  );
}

/** How each step stands, in words. */
function useStateWords({ pools, ahead, done }: FirstSteps): Record<FirstStep, string> {
  const t = useTranslations("firstSteps");
  const sum = (key: "assistants" | "executives" | "neverInvited" | "active" | "withoutAllowance") =>
    pools.reduce((total, pool) => total + pool[key], 0);
  const [assistants, executives, neverInvited] = [sum("assistants"), sum("executives"), sum("neverInvited")];
  const open = ahead.reduce((total, pool) => total + pool.open, 0);
  const waiting = t("waiting");
  return {
    people: t("people.state", { assistants, executives }),
    invitations: done.people ? t("invitations.state", { neverInvited, active: sum("active") }) : waiting,
    allowances: done.people ? t("allowances.state", { count: sum("withoutAllowance") }) : waiting,
    plan: done.people ? t(done.plan ? "plan.done" : "plan.state", { open }) : waiting,
  };
}
