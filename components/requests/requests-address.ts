import { z } from "zod";
import { ListRequestsInput } from "@/lib/requests/schema";

/** What the address of a list of requests says. */
export type RequestsAddress = {
  show: "look" | "open" | "done";
  q: string;
  cursor: string | null;
  open?: string;
};

type SearchParams = Record<string, string | string[] | undefined>;

const PER_PAGE = 30;
const SHOWN = ["look", "open", "done"] as const;

/** Reads the address of a list of requests; what makes no sense is left out. */
export function readRequestsAddress(
  params: SearchParams,
  first: RequestsAddress["show"] = "open",
): RequestsAddress {
  const text = (name: string) => (typeof params[name] === "string" ? params[name] : "");
  return {
    show: SHOWN.find((show) => show === text("show")) ?? first,
    q: text("q").trim().slice(0, 100),
    cursor: text("cursor") || null,
    ...(z.uuid().safeParse(text("open")).success && { open: text("open") }),
  };
}

/** The page of requests an address asks for; a cursor nobody made leads to the first page. */
export function requestsInput({ show, q, cursor }: RequestsAddress): ListRequestsInput {
  const asked = { show: show === "look" ? ("open" as const) : show, limit: PER_PAGE, ...(q && { q }) };
  const parsed = ListRequestsInput.safeParse({ ...asked, ...(cursor && { cursor }) });
  return parsed.success ? parsed.data : ListRequestsInput.parse({ show: asked.show, limit: PER_PAGE });
}
