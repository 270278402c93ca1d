import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { ACCESS_KINDS } from "@/lib/executives/schema-profile";
import { IdFact, KeyFact, RANGE_FACTS } from "@/lib/facts";
import { ITEM_KINDS } from "./schema";

const HANDOVER = forAdministrators("handover");

const MOVED = forAdministrators("handover", { from: KeyFact, to: KeyFact, executiveId: IdFact });

const PASSED = forAdministrators("handover", {
  coverAssistantId: IdFact.nullable(),
  before: IdFact.nullable(),
});

const ITEM = forAdministrators("handover_item", { handoverId: IdFact, kind: z.enum(ITEM_KINDS) });

const QUESTION = forAdministrators("handover_question", { handoverId: IdFact });

const ACCESS = forAdministrators("access", { handoverId: IdFact, kind: z.enum(ACCESS_KINDS) });

/** What the audit log tells of handovers: never what is written in them. */
export const handoverAudit = declareAudit({
  "handover.opened": forAdministrators("handover", {
    executiveId: IdFact,
    coverAssistantId: IdFact,
    previousId: IdFact.nullable(),
  }),
  "handover.moved": forAdministrators("handover", RANGE_FACTS),
  "handover.passed_on": PASSED,
  "handover.left_without_cover": PASSED,
  "handover.ended": HANDOVER,
  "handover.wrote_itself": HANDOVER,
  "handover.started": HANDOVER,
  "handover.ready": MOVED,
  "handover.acknowledged": MOVED,
  "handover.handed_back": MOVED,
  "handover.closed": MOVED,
  "handover.access_not_granted": HANDOVER,
  "handover.access_not_withdrawn": HANDOVER,
  "handover_item.added": ITEM,
  "handover_item.edited": ITEM,
  "handover_item.removed": ITEM,
  "handover_item.moved": ITEM,
  "handover_question.asked": QUESTION,
  "handover_question.answered": QUESTION,
  "access.added": ACCESS,
  "access.removed": ACCESS,
  "access.granted": ACCESS,
  "access.granted_undone": ACCESS,
  "access.withdrawn": ACCESS,
  "access.withdrawn_undone": ACCESS,
});
