import { useTranslations } from "next-intl";
import { MenuButton } from "@/components/ui/overlays/menu-button";
import type { HandoverSummary } from "@/lib/handovers/schema";

/** What a manager does about a handover from its row: mark its access, or choose from the menu. */
export function HandoverActs({ handover: { id, executiveName, concerns } }: { handover: HandoverSummary }) {
  const t = useTranslations("handovers.markAccess");
  const list = useTranslations("handovers.list");
  const step = concerns.includes("not_granted")
    ? "grant"
    : concerns.includes("not_withdrawn")
      ? "withdraw"
      : null;
  return (
    <div className="row-acts">
      {step && (
        <button
          type="submit"
          formAction={`/manager/handovers/${id}`}
          data-act={step}
          data-row={id}
          aria-label={t(`${step}.of`, { name: executiveName })}
          className="row-act max-md:hidden"
        >
          {t(`${step}.short`)}
        </button>
      )}
      <MenuButton menu={id} label={list("more", { name: executiveName })} />
    </div>
  );
}
