import { useTranslations } from "next-intl";
import { PromiseBar } from "@/components/requests/promise-bar";
import { usePromise } from "@/components/requests/use-promise";
import type { QueuePlace } from "@/lib/requests/queue/rules";
import type { SupportRequestView } from "@/lib/requests/schema";

type OwnPromiseProps = { request: SupportRequestView; place: QueuePlace | undefined };

/** What was promised of a request and how much of it is used, and how many stand before it by which rule. */
export function OwnPromise({ request, place }: OwnPromiseProps) {
  const promise = usePromise()(request);
  const t = useTranslations("requests.place");
  if (!promise && !place) return null;
  return (
    <div className="grid max-w-md gap-1 text-sm">
      {promise && (
        <>
          <span className="tnum inline-block first-letter:uppercase">{promise.words}</span>
          <PromiseBar share={promise.share} isLate={promise.isLate} className="max-w-sm" />
        </>
      )}
      {place && <span className="tnum text-ink-2">{placeWords(place)}</span>}
    </div>
  );

  function placeWords(place: QueuePlace): string {
    const rules = (["urgent", "agreed", "due", "sent"] as const).filter((rule) => place[rule] > 0);
    const count = rules.reduce((sum, rule) => sum + place[rule], 0);
    if (count === 0) return t("nextWhy");
    return t("why", { count, reasons: rules.map((rule) => t(rule, { count: place[rule] })).join(", ") });
  }
}
