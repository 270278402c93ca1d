import { z } from "zod";
import { jsonOf } from "@/app/_shared/forms/json-field";
import { ApproveWithCoverInput, CoverAbsenceInput } from "@/lib/coverage/leave-cover/schema";

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
