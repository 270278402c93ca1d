import { useFormatter, useTranslations } from "next-intl";
import type { WebhookDeliveryView } from "@/lib/webhooks/schema";
import { SendAgain } from "./webhook-acts";

type DeliveryListProps = { id: string; isOn: boolean; deliveries: readonly WebhookDeliveryView[] };

/** What was sent to a webhook, what came of it, and what waits. */
export function DeliveryList({ id, isOn, deliveries }: DeliveryListProps) {
  const t = useTranslations("accounts.webhooks");
  if (deliveries.length === 0) return <p className="text-base text-ink-2">{t("noDeliveries")}</p>;
  return (
    <ul>
      {deliveries.map((delivery) => (
        <DeliveryRow key={delivery.id} id={id} isOn={isOn} delivery={delivery} />
      ))}
    </ul>
  );
}

function DeliveryRow({
  id,
  isOn,
  delivery,
}: Omit<DeliveryListProps, "deliveries"> & { delivery: WebhookDeliveryView }) {
  const t = useTranslations("accounts.webhooks");
  const format = useFormatter();
  const moment = (text: string) => format.dateTime(new Date(text), "moment");
  const { kind, at, state, attempts, status, fault, dueAt } = delivery;
  const answer = status === null ? fault : String(status);
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-b border-hair py-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-sm font-medium break-all">{kind}</p>
        <p className="tnum text-xs text-ink-2">
          {moment(at)} · {t(`delivery.${state}`)} · {t("attempts", { count: attempts })}
          {answer ? ` · ${answer}` : ""}
          {dueAt && attempts > 0 ? ` · ${t("next", { moment: moment(dueAt) })}` : ""}
        </p>
      </div>
      {isOn && state !== "waiting" && <SendAgain id={id} deliveryId={delivery.id} when={moment(at)} />}
    </li>
  );
}
