import { z } from "zod";
import { SearchText } from "@/lib/text";

/** What is typed into the palette, and the area whose pages the answer leads to. */
export const SearchInput = z.strictObject({
  area: z.enum(["manager", "assistant", "executive", "admin"]),
  q: SearchText,
});
export type SearchInput = z.infer<typeof SearchInput>;

/** Somebody or something found; `about` is a title, a pool, an e-mail or the executive of a request. */
export type Found = { id: string; name: string; about: string } & (
  | { kind: "assistant" | "executive" | "account" }
  | { kind: "request"; isDone: boolean }
);
