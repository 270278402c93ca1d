import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import { SearchField } from "@/components/ui/forms/search-field";
import { Tabs } from "@/components/ui/layout/tabs";
import { ACCOUNT_ROLES } from "@/lib/accounts/schema";
import { type Address, addressOf } from "./address";

const PATH = "/admin";

/** Search by name or e-mail, and whose accounts are listed. */
export function AccountFilter({ address }: { address: Address }) {
  const t = useTranslations("accounts");
  const all = { href: addressOf(PATH, address, { role: undefined }), label: t("list.allRoles") };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SearchField
        label={t("list.search")}
        action={PATH}
        query={address.q}
        keep={{ role: address.role, limit: address.limit }}
      />
      <Tabs
        label={t("list.role")}
        appearance="segmented"
        className="max-w-full overflow-x-auto"
        tabs={[
          { ...all, isCurrent: !address.role },
          ...ACCOUNT_ROLES.map((role) => ({
            href: addressOf(PATH, address, { role }),
            label: t(`roles.${role}`),
            isCurrent: address.role === role,
          })),
        ]}
      />
    </div>
  );
}

/** The way to the next page of accounts, and back to the first. */
export function AccountPages({ address, nextCursor }: { address: Address; nextCursor: string | null }) {
  const t = useTranslations("accounts.list");
  return (
    <div className="flex flex-wrap gap-2">
      {address.cursor && <LinkButton href={addressOf(PATH, address)}>{t("first")}</LinkButton>}
      {nextCursor && (
        <LinkButton href={addressOf(PATH, address, { cursor: nextCursor })}>{t("next")}</LinkButton>
      )}
    </div>
  );
}
