import type { Office } from "@/lib/coverage/office/rules";
import type { PlannedMove } from "@/lib/coverage/plans/rules-difference";
import type { PlannedGap } from "@/lib/coverage/plans/rules-view";
import type { Day } from "@/lib/time/day";
import type { IsoWeek } from "@/lib/time/iso-week";
import type { GapFigures, LoadChange, Worsened } from "./rules";
import type { ScenarioStep } from "./rules-scenario-steps";

/** A state of the pool: the gaps as it stands, and those the best plan leaves. */
export type WhatIfPicture = {
  current: GapFigures;
  planned: GapFigures;
  weeks: { week: IsoWeek; current: number; planned: number }[];
  /** True when no plan could leave less open. */
  isFewestGaps: boolean;
};

export type WhatIf = {
  poolId: string;
  from: Day;
  to: Day;
  before: WhatIfPicture;
  after: WhatIfPicture;
  worsened: Worsened[];
  /** Half-days that somebody else would serve, both sides planned; at most two hundred stretches. */
  moves: PlannedMove[];
  load: LoadChange[];
  /** The heaviest gaps the plan would leave, with the smallest changes that would close them. */
  gaps: PlannedGap[];
  names: Record<string, string>;
};

export type WhatIfProgress = { step: "before" | "after" | "remedies"; gap: number | null };

/** A question as a thread gets it: the office as it was read, and what would be different. */
export type WhatIfQuestion = { office: Office; poolId: string; steps: ScenarioStep[] };
