import type { BoardPiece, BoardSlot } from "./rules";

/** Half-days in a row that are alike, by their places among the half-days shown. */
export type BoardStretch = {
  first: number;
  last: number;
  status: BoardSlot["status"];
  assistantId: string | null;
  coverId: string | null;
  pinned: boolean;
  /** Who the plan under review would put here. */
  proposedId: string | null;
  /** Who knowingly left this gap open. */
  acceptedBy: string | null;
  /** The cover is asked and has not answered. */
  isOffered: boolean;
  /** The parts of half-days that are not one whole: hours, or duties shared by some. */
  pieces: BoardPiece[];
  /** Who of the executive's own is there for the rest of it. */
  ownId: string | null;
  /** Who of the executive's own is there for which duties, where they are not for all. */
  own: BoardSlot["own"];
};

/** An executive on the board, with the stretches of the half-days shown. */
export type BoardLine = {
  id: string;
  name: string;
  title: string;
  department: string;
  dutyIds: string[];
  stretches: BoardStretch[];
};

/** The half-days of a row as stretches; a gap that is over is no part of the one that is open from today on. */
export function boardStretches(slots: readonly BoardSlot[], todayAt: number): BoardStretch[] {
  return joinedAlike(slots.map(stretchOfSlot), todayAt);
}

/** Stretches with something changed in some of their half-days. */
export function withChange(
  stretches: readonly BoardStretch[],
  { first, last }: { first: number; last: number },
  change: Partial<BoardStretch>,
  todayAt: number,
): BoardStretch[] {
  const parts = stretches.flatMap((stretch) => {
    if (stretch.last < first || stretch.first > last) return [stretch];
    const changed = {
      ...stretch,
      ...change,
      first: Math.max(first, stretch.first),
      last: Math.min(last, stretch.last),
    };
    return [
      ...(stretch.first < first ? [{ ...stretch, last: first - 1 }] : []),
      changed,
      ...(stretch.last > last ? [{ ...stretch, first: last + 1 }] : []),
    ];
  });
  return joinedAlike(parts, todayAt);
}

/** Stretches with some of their half-days as they were before. */
export function withRestored(
  stretches: readonly BoardStretch[],
  { first, last }: { first: number; last: number },
  before: readonly BoardStretch[],
  todayAt: number,
): BoardStretch[] {
  const parts = [
    ...partOf(stretches, 0, first - 1),
    ...partOf(before, first, last),
    ...partOf(stretches, last + 1, Number.POSITIVE_INFINITY),
  ];
  return joinedAlike(parts, todayAt);
}

function partOf(stretches: readonly BoardStretch[], from: number, to: number): BoardStretch[] {
  return stretches
    .filter(({ first, last }) => first <= to && last >= from)
    .map((stretch) => ({
      ...stretch,
      first: Math.max(from, stretch.first),
      last: Math.min(to, stretch.last),
    }));
}

/** Stretches when the plan under review is decided on: its people cover, or are no longer proposed. Parts of half-days wait for what is read anew. */
export function withPlanDecided(
  stretches: readonly BoardStretch[],
  isAccepted: boolean,
  todayAt: number,
): BoardStretch[] {
  const decided = stretches.map((stretch): BoardStretch => {
    if (stretch.proposedId === null) return stretch;
    if (!isAccepted || stretch.pieces.length > 0) return { ...stretch, proposedId: null };
    const cover = { assistantId: stretch.proposedId, coverId: null, proposedId: null, acceptedBy: null };
    return { ...stretch, ...cover, status: "cover" };
  });
  return joinedAlike(decided, todayAt);
}

/** True for a gap that somebody should see to: it is not over, and nobody accepted it. */
export function isOpenGap({ status, acceptedBy, last }: BoardStretch, todayAt: number): boolean {
  return status === "gap" && acceptedBy === null && last >= todayAt;
}

/** The half-days of open gaps, from today on. */
export function openHalfDays(stretches: readonly BoardStretch[], todayAt: number): number[] {
  return stretches
    .filter((stretch) => isOpenGap(stretch, todayAt))
    .flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
    .filter((at) => at >= todayAt);
}

function stretchOfSlot(slot: BoardSlot, at: number): BoardStretch {
  const { status, assistantId, pinned, acceptedBy, isOffered, pieces, own } = slot;
  return {
    first: at,
    last: at,
    status,
    assistantId,
    coverId: slot.coverageAssignmentId,
    pinned,
    proposedId: slot.proposedAssistantId,
    acceptedBy,
    isOffered,
    pieces,
    ownId: pieces.length > 0 && own.length === 0 ? slot.ownAssistantId : null,
    own,
  };
}

function joinedAlike(stretches: readonly BoardStretch[], todayAt: number): BoardStretch[] {
  const joined: BoardStretch[] = [];
  for (const next of stretches) {
    const before = joined.at(-1);
    const isCut = next.status === "gap" && next.first === todayAt;
    if (before && !isCut && isAlike(before, next)) before.last = next.last;
    else joined.push({ ...next });
  }
  return joined;
}

function isAlike(a: BoardStretch, b: BoardStretch): boolean {
  return (
    a.status === b.status &&
    a.assistantId === b.assistantId &&
    a.coverId === b.coverId &&
    a.pinned === b.pinned &&
    a.proposedId === b.proposedId &&
    a.acceptedBy === b.acceptedBy &&
    a.isOffered === b.isOffered &&
    a.ownId === b.ownId &&
    a.pieces.length === b.pieces.length &&
    a.own.length === b.own.length &&
    (a.pieces.length === 0 || arePiecesAlike(a.pieces, b.pieces)) &&
    (a.own.length === 0 || JSON.stringify(a.own) === JSON.stringify(b.own))
  );
}

/** Parts by the hour belong to one half-day; duties that are shared may be shared for days. */
function arePiecesAlike(a: readonly BoardPiece[], b: readonly BoardPiece[]): boolean {
  if ([...a, ...b].some((piece) => piece.window !== null)) return false;
  const sign = (pieces: readonly BoardPiece[]) =>
    JSON.stringify(pieces.map(({ minutes: _, ...piece }) => piece));
  return sign(a) === sign(b);
}

const STATUSES = ["own", "cover", "gap", "not_needed"] as const satisfies readonly BoardSlot["status"][];
type Rest = Omit<Partial<BoardStretch>, "first" | "last" | "status" | "assistantId">;
type PackedStretch = [last: number, status: number, assistantId?: string | null, rest?: Rest];
type PackedLine = [
  id: string,
  name: string,
  title: string,
  department: string,
  dutyIds: string[],
  stretches: PackedStretch[],
];

/** A line as it travels: JSON without names, without what follows from its place, and without what it has not. */
export function packedLine({ id, name, title, department, dutyIds, stretches }: BoardLine): string {
  return JSON.stringify([
    id,
    name,
    title,
    department,
    dutyIds,
    stretches.map(packedStretch),
  ] satisfies PackedLine);
}

/** Lines as they were before they travelled, from a JSON list of them. */
export function unpackedLines(json: string): BoardLine[] {
  return (JSON.parse(json) as PackedLine[]).map(([id, name, title, department, dutyIds, packed]) => {
    let first = 0;
    const stretches = packed.map(([last, status, assistantId = null, rest = {}]) => {
      const stretch: BoardStretch = {
        ...NOTHING_MORE,
        first,
        last,
        status: STATUSES[status] ?? "gap",
        assistantId,
        ...rest,
      };
      first = last + 1;
      return stretch;
    });
    return { id, name, title, department, dutyIds, stretches };
  });
}

const NOTHING_MORE = {
  coverId: null,
  pinned: false,
  proposedId: null,
  acceptedBy: null,
  isOffered: false,
  pieces: [],
  ownId: null,
  own: [],
};

function packedStretch({ first: _, last, status, assistantId, ...rest }: BoardStretch): PackedStretch {
  const isSaid = ([, value]: [string, unknown]) =>
    value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
  const said = Object.fromEntries(Object.entries(rest).filter(isSaid));
  const head = [last, STATUSES.indexOf(status)] as const;
  if (Object.keys(said).length > 0) return [...head, assistantId, said];
  return assistantId === null ? [...head] : [...head, assistantId];
}
