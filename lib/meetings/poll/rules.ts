import type { MeetingAnswer } from "../rules-choices";

type Voter = { id: string; name: string; isRequired: boolean };
type Option = { id: string; startsAt: string; answers: Readonly<Record<string, MeetingAnswer>> };

/** How a time stands in a poll: how many can, how many of them only if need be, how many have answered, and who must come and can't. */
export type OptionCount = {
  id: string;
  can: number;
  ifNeedBe: number;
  answered: number;
  missing: string[];
  isBest: boolean;
};

/**
 * Counts a poll. The best time is one that nobody who must come has said no to: most who can, then most who plainly can, then the earliest;
 * there is none before anybody can.
 */
export function countPoll(options: readonly Option[], voters: readonly Voter[]): OptionCount[] {
  const counts = options.map(({ id, answers }) => {
    const said = voters.flatMap((voter) => (answers[voter.id] ? [{ voter, answer: answers[voter.id] }] : []));
    const ifNeedBe = said.filter(({ answer }) => answer === "if_need_be").length;
    return {
      id,
      can: said.filter(({ answer }) => answer !== "no").length,
      ifNeedBe,
      answered: said.length,
      missing: said
        .filter(({ voter, answer }) => voter.isRequired && answer === "no")
        .map(({ voter }) => voter.name),
    };
  });
  const startOf = new Map(options.map(({ id, startsAt }) => [id, startsAt]));
  const [best] = counts
    .filter(({ can, missing }) => can > 0 && missing.length === 0)
    .sort(
      (a, b) =>
        b.can - a.can ||
        a.ifNeedBe - b.ifNeedBe ||
        String(startOf.get(a.id)).localeCompare(String(startOf.get(b.id))),
    );
  return counts.map((count) => ({ ...count, isBest: count.id === best?.id }));
}
