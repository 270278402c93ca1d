import { int, num } from "@/lib/solver/arrays";

/** The states of a dynamic programme, day by day, each with the least cost at which it is reached. */
export type Labels = {
  /** The states one after the other, `size` numbers each. */
  readonly state: Int32Array;
  /** The labels of the day before the one being written. */
  first: () => number;
  end: () => number;
  costOf: (label: number) => number;
  nextDay: () => void;
  add: (step: Int32Array, cost: number, parent: number, option: number) => void;
  /** Keeps the cheapest of the day being written; true where some were dropped. */
  keepCheapest: (width: number) => boolean;
  /** The cheapest way to the last day, as the option of each day. */
  best: () => { cost: number; options: Int32Array } | null;
};

/** Labels without any state yet. */
export function makeLabels(size: number): Labels {
  let state = new Int32Array(1_024 * size);
  let cost = new Float64Array(1_024);
  let parent = new Int32Array(1_024);
  let option = new Int32Array(1_024);
  let table = new Int32Array(4_096);
  let count = 0;
  let begin = 0;
  let split = 0;
  let days = -1;

  return {
    get state() {
      return state;
    },
    first: () => begin,
    end: () => split,
    costOf: (label) => num(cost, label),
    nextDay: () => {
      begin = split;
      split = count;
      days++;
      table.fill(0);
    },
    add,
    keepCheapest,
    best,
  };

  function add(step: Int32Array, value: number, from: number, chosen: number) {
    let slot = hash(step, 0) & (table.length - 1);
    for (;;) {
      const known = int(table, slot) - 1;
      if (known < 0) break;
      if (isSame(known, step)) {
        if (value < num(cost, known)) write(known, step, value, from, chosen);
        return;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    if (count === cost.length) grow();
    table[slot] = count + 1;
    write(count, step, value, from, chosen);
    count++;
    if (4 * (count - split) > table.length) rehash(2 * table.length);
  }

  function write(label: number, step: Int32Array, value: number, from: number, chosen: number) {
    state.set(step, label * size);
    cost[label] = value;
    parent[label] = from;
    option[label] = chosen;
  }

  function isSame(label: number, step: Int32Array): boolean {
    const at = label * size;
    for (let place = 0; place < size; place++) if (state[at + place] !== step[place]) return false;
    return true;
  }

  function hash(values: Int32Array, at: number): number {
    let mixed = 0x9e3779b9;
    for (let place = 0; place < size; place++) {
      mixed = Math.imul(mixed ^ (values[at + place] as number), 0x85ebca6b);
      mixed ^= mixed >>> 13;
    }
    return mixed >>> 0;
  }

  function grow() {
    const more = 2 * cost.length;
    state = widened(state, new Int32Array(more * size));
    cost = widened(cost, new Float64Array(more));
    parent = widened(parent, new Int32Array(more));
    option = widened(option, new Int32Array(more));
  }

  function rehash(slots: number) {
    table = new Int32Array(slots);
    for (let label = split; label < count; label++) {
      let slot = hash(state, label * size) & (slots - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (slots - 1);
      table[slot] = label + 1;
    }
  }

  function keepCheapest(width: number): boolean {
    if (count - split <= width) return false;
    const bar = num(cost.slice(split, count).sort(), width - 1);
    let kept = split;
    for (let label = split; label < count && kept < split + width; label++) {
      if (num(cost, label) > bar) continue;
      write(
        kept,
        state.slice(label * size, (label + 1) * size),
        num(cost, label),
        int(parent, label),
        int(option, label),
      );
      kept++;
    }
    count = kept;
    return true;
  }

  function best(): { cost: number; options: Int32Array } | null {
    let label = -1;
    for (let one = split; one < count; one++) if (label < 0 || num(cost, one) < num(cost, label)) label = one;
    if (label < 0) return null;
    const value = num(cost, label);
    const options = new Int32Array(days + 1);
    for (let day = days; day >= 0; day--) {
      options[day] = int(option, label);
      label = int(parent, label);
    }
    return { cost: value, options };
  }
}

function widened<Numbers extends Int32Array | Float64Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}
