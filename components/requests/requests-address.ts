import { z } from "zod";
import { ListRequestsInput } from "@/lib/requests/schema";

/** What the address of a list of requests says. */
export type RequestsAddress = {
  show: "look" | "open" | "done";
  q: string;
  type?: string;
  executive?: string;
  cursor: string | null;
  open?: string;
};

type SearchParams = Record<string, string | string[] | undefined>;

const PER_PAGE = 30;
const SHOWN = ["look", "open", "done"] as const;
const TYPE = /^[a-z][a-z0-9_]{0,39}$/;

/** Reads the address of a list of requests; what makes no sense is left out. */
export function readRequestsAddress(
  params: SearchParams,
  first: RequestsAddress["show"] = "open",
): RequestsAddress {
  const text = (name: string) => (typeof params[name] === "string" ? params[name] : "");
  const isId = (name: string) => z.uuid().safeParse(text(name)).success;
  return {
    show: SHOWN.find((show) => show === text("show")) ?? first,
    q: text("q").trim().slice(0, 100),
    cursor: text("cursor") || null,
    ...(TYPE.test(text("type")) && { type: text("type") }),
    ...(isId("executive") && { executive: text("executive") }),
    ...(isId("open") && { open: text("open") }),
  };
}

/** The address of the same list with something changed; its pages begin anew, and nothing is open. */
export function requestsHref(
  path: string,
  { show, q, type, executive }: RequestsAddress,
  change: Partial<Record<"show" | "type" | "executive" | "cursor", string | undefined>> = {},
): string {
  const asked = Object.entries({ show, q, type, executive, ...change });
  const kept = asked.filter((part): part is [string, string] => Boolean(part[1]));
  return `${path}?${new URLSearchParams(kept)}`;
}

/** The page of requests an address asks for; a cursor nobody made leads to the first page. */
export function requestsInput({ show, q, type, executive, cursor }: RequestsAddress): ListRequestsInput {
  const asked = {
    ...{ show: show === "look" ? ("open" as const) : show, limit: PER_PAGE },
    ...(q && { q }),
    ...(type && { typeId: type }),
    ...(executive && { executiveId: executive }),
  };
  const parsed = ListRequestsInput.safeParse({ ...asked, ...(cursor && { cursor }) });
  return parsed.success ? parsed.data : ListRequestsInput.parse({ show: asked.show, limit: PER_PAGE });
}
