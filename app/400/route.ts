import { answerMalformedAddress } from "@/lib/api/handle";

export const dynamic = "force-dynamic";

// Next comes here by itself with an address whose percent signs cannot be read; without this room it answers 500.
export {
  answerMalformedAddress as DELETE,
  answerMalformedAddress as GET,
  answerMalformedAddress as PATCH,
  answerMalformedAddress as POST,
  answerMalformedAddress as PUT,
};
