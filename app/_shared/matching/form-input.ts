import { z } from "zod";
import { MOST_STYLES_ASKED, SetAsksInput } from "@/lib/matching/asks/schema";
import { SetWishInput, WISHES } from "@/lib/matching/knowledge/schema";
import { rowsOf } from "@/lib/server/form-rows";

/** What an executive asks for as its form sends it: a way of working a row. */
export const AsksForm = SetAsksInput.extend({
  styles: rowsOf(SetAsksInput.shape.styles.element, "styleId").refine(
    (rows) => rows.length <= MOST_STYLES_ASKED,
    { error: "too_many" },
  ),
});

/** What is said of working with a person as its form sends it: "none" takes it back. */
export const WishForm = SetWishInput.extend({
  wish: z.enum([...WISHES, "none"]).transform((wish) => (wish === "none" ? null : wish)),
});
