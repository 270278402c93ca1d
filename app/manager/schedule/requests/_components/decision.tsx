import { useTranslations } from "next-intl";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { useFindingWords } from "@/app/manager/schedule/_components/use-finding-words";
import { useRangeWords } from "@/components/time/use-range-words";
import type { ShiftRequestFacts } from "@/lib/schedules/swaps/queries";
import { isLiveRequest } from "@/lib/schedules/swaps/rules";
import { cancel } from "../actions";
import { coverField, reasonField } from "../form-input";
import type { ShownSwaps } from "../read-swaps";
import { DecisionForm } from "./decision-form";
import { roleMapOf } from "./role-map";

/** What can be decided of a request: approve it with a reason for each rule, deny it, or cancel what waits for a colleague. */
export function Decision({ shown, request }: { shown: ShownSwaps; request: ShiftRequestFacts }) {
  const t = useTranslations("schedule.swaps");
  const words = useFindingWords(roleMapOf(shown.roles));
  const rangeWords = useRangeWords();
  const { id, version, status, kind, owner } = request;
  const checked = shown.checked.get(id);
  if (!isLiveRequest(status)) return <p className="text-sm text-ink-2">{t(`status.${status}`)}</p>;
  if (!checked)
    return (
      <div className="flex items-center gap-3">
        <TapForm
          action={cancel}
          fields={{ id, version }}
          label={t("cancel")}
          of={t("cancelOf", { name: owner?.name ?? "" })}
          done={t("cancelled")}
        />
        <p className="text-sm text-ink-2">{t(request.isOutdated ? "outdated" : "noAnswer")}</p>
      </div>
    );
  const refused = checked.findings.find((finding) => finding.kind === "refused");
  const asked = checked.findings.filter((finding) => finding.kind === "override" && !finding.reason);
  return (
    <DecisionForm
      id={id}
      version={version}
      kind={kind}
      assistantId={shown.chosen[id] ?? null}
      reasons={asked.map((finding) => ({ name: reasonField(finding), label: words.sentence(finding) }))}
      covers={checked.opened.flatMap((gap) =>
        gap.covers.map((cover) => ({
          name: coverField(cover.id, gap),
          label: t("coverTitle", {
            name: cover.name,
            executive: gap.name,
            range: rangeWords({ from: gap.on, fromPart: gap.part, to: gap.on, toPart: gap.part }),
          }),
        })),
      )}
      refused={refused ? words.sentence(refused) : null}
    />
  );
}
