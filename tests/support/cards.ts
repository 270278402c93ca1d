import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { requireAbsenceCard } from "@/lib/coverage/leave-cover/queries";
import { AbsenceCardInput, CoverAbsenceInput } from "@/lib/coverage/leave-cover/schema";
import { coverAbsence } from "@/lib/coverage/leave-cover/service";
import { current } from "./versions";

/** Does what the card of an absence proposes: its covers, and every gap accepted. */
export async function coverAsProposed(manager: Ctx<Manager>, id: string) {
  const { covers, gaps } = await requireAbsenceCard(manager, AbsenceCardInput.parse({ id }));
  const acceptedGaps = gaps.map(({ executiveId, on, part }) => ({ executiveId, on, part }));
  const asRead = await current("absences", id);
  return coverAbsence(manager, CoverAbsenceInput.parse({ ...asRead, covers, acceptedGaps }));
}
