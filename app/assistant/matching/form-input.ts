import { z } from "zod";
import { SetWishInput, WISHES } from "@/lib/matching/knowledge/schema";

/** What is said of working with a person as its form sends it: "none" takes it back. */
export const WishForm = SetWishInput.extend({
  wish: z.enum([...WISHES, "none"]).transform((wish) => (wish === "none" ? null : wish)),
});
