"use client";
import { useMemo } from "react";
import { findAssistants, findExecutives } from "@/app/_shared/forms/find-people";
import type { FindOptions } from "@/components/ui/forms/options";
import type { WhatIfOptions } from "@/lib/coverage/what-if/queries-options";

type Finders = { assistants?: FindOptions; executives?: FindOptions };

/** How to find people of the pool beyond those that the page carries; nothing where it carries all. */
export function useFindInPool({ poolId, isCut }: WhatIfOptions): Finders {
  return useMemo(
    () =>
      isCut
        ? {
            assistants: async (q) =>
              (await findAssistants({ q, poolId })).map(({ value, label }) => ({ value, label })),
            executives: (q) => findExecutives({ q, poolId }),
          }
        : {},
    [poolId, isCut],
  );
}
