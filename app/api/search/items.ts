import type { FoundItem } from "@/components/shell/shell-types";
import type { Found, SearchInput } from "@/lib/insight/search/schema";

/** What was found, with the address each leads to in an area. */
export function itemsFound(found: readonly Found[], area: SearchInput["area"]): FoundItem[] {
  return found.map((one) => ({
    id: one.id,
    kind: one.kind,
    label: one.name,
    description: one.about,
    href: hrefOf(one, area),
  }));
}

function hrefOf(found: Found, area: SearchInput["area"]): string {
  if (found.kind === "account") return `/admin/accounts/${found.id}`;
  if (found.kind !== "request") return `/${area}/${found.kind}s/${found.id}`;
  if (area === "manager") return `/manager/requests/${found.id}`;
  const shown = new URLSearchParams({ show: found.isDone ? "done" : "open", q: found.name.slice(0, 100) });
  return `/${area}/requests?${shown}`;
}
