"use client";
import { useEffect, useState } from "react";
import { candidates } from "@/app/manager/coverage/actions";
import { attempt } from "@/components/refusals/attempt";
import type { Candidate } from "@/lib/coverage/candidates/rules";
import type { HalfDayRange } from "@/lib/time/half-day";

export type Candidates = readonly Candidate[] | "loading" | "failed";

type Asked = { executiveId: string; range: HalfDayRange; dutyIds: readonly string[] };

/** Everybody as a cover for some half-days and duties, best first. */
export function useCandidates({ executiveId, range, dutyIds }: Asked): Candidates {
  const [people, setPeople] = useState<Candidates>("loading");
  const { from, fromPart, to, toPart } = range;
  const duties = dutyIds.join();

  useEffect(() => {
    let isCurrent = true;
    const asked = duties === "" ? [] : duties.split(",");
    setPeople("loading");
    attempt(() => candidates({ executiveId, from, fromPart, to, toPart, dutyIds: asked })).then((answer) => {
      if (isCurrent) setPeople(answer.ok ? answer.value : "failed");
    });
    return () => {
      isCurrent = false;
    };
  }, [executiveId, from, fromPart, to, toPart, duties]);

  return people;
}
