import { CircleCheck, Lock, MailOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/layout/badge";
import type { AccountState } from "@/lib/accounts/schema";

const icons = { invited: MailOpen, active: CircleCheck, disabled: Lock };

/** Whether an account waits for its first password, is in use or is shut. */
export function AccountStateBadge({ state }: { state: AccountState }) {
  const t = useTranslations("accounts.state");
  const Icon = icons[state];
  return (
    <Badge tone={state === "active" ? "neutral" : "outline"} icon={<Icon aria-hidden />}>
      {t(state)}
    </Badge>
  );
}
