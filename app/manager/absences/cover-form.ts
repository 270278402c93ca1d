import { z } from "zod";
import { ApproveWithCoverInput, CoverAbsenceInput } from "@/lib/coverage/leave-cover/schema";

/** A list that stands in one field as JSON. */
function jsonOf<S extends z.ZodType>(schema: S) {
  return z
    .string()
    .transform((text, check): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        check.addIssue({ code: "custom", message: "invalid" });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

const { acceptedGaps, covers } = ApproveWithCoverInput.shape;

const fields = {
  acceptedGaps: jsonOf(acceptedGaps).default([]),
  covers: jsonOf(covers),
  asOffers: z
    .enum(["now", "ask"])
    .default("now")
    .transform((how) => how === "ask"),
};

/** Approval as the request card sends it: the covers as shown, and the gaps as named. */
export const ApproveCardForm = ApproveWithCoverInput.extend(fields);

/** Cover of an absence that stands, as its card sends it. */
export const CoverCardForm = CoverAbsenceInput.extend(fields);
