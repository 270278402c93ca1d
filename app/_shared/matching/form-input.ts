import { MOST_STYLES_ASKED, SetAsksInput } from "@/lib/matching/asks/schema";
import { rowsOf } from "@/lib/server/form-rows";

/** What an executive asks for as its form sends it: a way of working a row. */
export const AsksForm = SetAsksInput.extend({
  styles: rowsOf(SetAsksInput.shape.styles.element, "styleId").refine(
    (rows) => rows.length <= MOST_STYLES_ASKED,
    { error: "too_many" },
  ),
});
