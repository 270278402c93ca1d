import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import { SearchField } from "@/components/ui/forms/search-field";
import { FilterMenu } from "@/components/ui/layout/filter-menu";
import { FilterBar } from "@/components/ui/layout/list-detail";
import { ACCOUNT_ROLES } from "@/lib/accounts/schema";
import { type Address, addressOf } from "./address";

const PATH = "/admin";

/** Search by name or e-mail, and whose accounts are listed. */
export function AccountFilter({ address }: { address: Address }) {
  const t = useTranslations("accounts");
  const all = { href: addressOf(PATH, address, { role: undefined }), label: t("list.allRoles") };
  return (
    <FilterBar>
      <SearchField
        label={t("list.search")}
        action={PATH}
        query={address.q}
        keep={{ role: address.role, limit: address.limit }}
        isPlain
      />
      <FilterMenu
        label={t("list.role")}
        all={{ ...all, isCurrent: !address.role }}
        choices={ACCOUNT_ROLES.map((role) => ({
          href: addressOf(PATH, address, { role }),
          label: t(`roles.${role}`),
          isCurrent: address.role === role,
        }))}
      />
    </FilterBar>
  );
}

/** The way to the next page of accounts, and back to the first. */
export function AccountPages({ address, nextCursor }: { address: Address; nextCursor: string | null }) {
  const t = useTranslations("accounts.list");
  return (
    <div className="flex flex-wrap gap-2 px-(--edge) empty:hidden">
      {address.cursor && <LinkButton href={addressOf(PATH, address)}>{t("first")}</LinkButton>}
      {nextCursor && (
        <LinkButton href={addressOf(PATH, address, { cursor: nextCursor })}>{t("next")}</LinkButton>
      )}
    </div>
  );
}
