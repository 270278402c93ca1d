import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { SupportRequestView } from "@/lib/requests/schema";
import type { RequestTypeView } from "@/lib/requests/types/schema";
import { ChangeForm } from "./change-form";

type ChangeLineProps = { request: SupportRequestView; types: readonly RequestTypeView[]; action: unknown };

/** A line that opens the form for another type or priority, while a request is open. */
export function ChangeLine(props: ChangeLineProps) {
  const t = useTranslations("requests.change");
  if (["resolved", "closed", "cancelled"].includes(props.request.status)) return null;
  return (
    <Disclosure tone="quiet" summary={t("title")} className="text-sm print:hidden">
      <div className="max-w-md py-2">
        <ChangeForm {...props} />
      </div>
    </Disclosure>
  );
}
