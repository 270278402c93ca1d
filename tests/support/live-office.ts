import { AssignCoverInput } from "@/lib/coverage/board/schema";
import { assignCover } from "@/lib/coverage/board/service";
import type { LiveEvent } from "@/lib/live/schema";
import type { Live } from "@/lib/live/service";
import { testDb } from "./database";
import { changesIn, type Heard, startNode, until } from "./live";
import { type CoverageOffice, createCoverageOffice, WEEK } from "./offices/coverage";

/** An office whose pages two processes tell. */
export type LiveOffice = {
  office: CoverageOffice;
  node: Live;
  other: Live;
  /** The office's manager gives a cover; by default in all of the office's week. */
  assign: (
    executive: "xenia" | "zoe",
    assistant: "ben" | "cia",
    more?: object,
  ) => ReturnType<typeof assignCover>;
  /** Makes a second manager, Eva Hall; answers her account's id. */
  addColleague: () => Promise<string>;
  userOf: (name: string) => string;
  stop: () => Promise<unknown>;
};

export async function createLiveOffice(): Promise<LiveOffice> {
  const office = await createCoverageOffice();
  const [node, other] = await Promise.all([startNode(), startNode()]);
  return {
    office,
    node,
    other,
    assign: (executive, assistant, more = {}) => {
      const [executiveId, assistantId] = [office.ids[executive], office.ids[assistant]];
      const input = { executiveId, assistantId, ...WEEK, fromPart: "am", toPart: "pm", ...more };
      return assignCover(office.manager, AssignCoverInput.parse(input));
    },
    addColleague: async () => {
      const user = await testDb().user.create({ data: { email: "eva@x.example", name: "Eva Hall" } });
      await testDb().poolManager.create({ data: { poolId: office.poolId, userId: user.id } });
      return user.id;
    },
    userOf: (name) => office.userIds[name] ?? "",
    stop: () => Promise.all([node.stop(), other.stop()]),
  };
}

/** The first change that a page is told. */
export function firstChange(heard: Heard): Promise<LiveEvent> {
  return until(() => changesIn(heard)[0]);
}
