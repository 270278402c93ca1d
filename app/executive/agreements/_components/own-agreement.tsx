"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { firstNameOf } from "@/components/ui/layout/avatar";
import { Section } from "@/components/ui/layout/page";
import type { SharingExecutive } from "@/lib/requests/agreements/queries";
import { AGREEMENT_RULES } from "@/lib/requests/agreements/rules";
import { agree } from "../actions";

type OwnAgreementProps = { ownId: string; other: SharingExecutive };

/** What is agreed with an executive one shares an assistant with: proposed, agreed to or ended here. */
export function OwnAgreement({ ownId, other }: OwnAgreementProps) {
  const t = useTranslations("requests.agreements");
  const refusals = useRefusalWords();
  const { agreement } = other;
  const names = { name: other.name };
  const isDecided = agreement?.decidedByName != null;
  const isAwaited = agreement && !agreement.isInForce && agreement.agreedByIds.includes(other.id);
  const ids = (
    <>
      <input type="hidden" name="executiveId" value={ownId} />
      <input type="hidden" name="otherId" value={other.id} />
    </>
  );
  return (
    <Section title={other.name}>
      <p className="text-base">{stateWords()}</p>
      {!isDecided && (
        <Form action={agree} done={t("saved")} refusals={refusals} className="gap-3">
          {ids}
          <RadioGroup
            name="rule"
            label={t("goesFirst")}
            defaultValue={agreement?.rule ?? "due_first"}
            options={AGREEMENT_RULES.map((value) => ({ value, label: t(`own.${value}`, names) }))}
          />
          <Button type="submit" variant={isAwaited ? "primary" : "outline"} className="w-fit">
            {t(isAwaited ? "agree" : "propose", { name: firstNameOf(other.name) })}
          </Button>
        </Form>
      )}
      {agreement && !isDecided && (
        <Form action={agree} done={t("ended")} refusals={refusals}>
          {ids}
          <Button type="submit" variant="ghost" className="w-fit">
            {t(agreement.isInForce ? "endOwn" : "withdraw")}
          </Button>
        </Form>
      )}
    </Section>
  );

  function stateWords(): string {
    if (!agreement) return t("state.none");
    if (agreement.decidedByName) {
      const rule = t(`own.${agreement.rule}`, names);
      return t("state.decided", { name: agreement.decidedByName, rule, word: agreement.word });
    }
    if (agreement.isInForce) return t("state.agreed");
    return t(isAwaited ? "state.theirs" : "state.yours", names);
  }
}
