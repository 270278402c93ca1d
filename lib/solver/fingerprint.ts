/** The lanes of a 128-bit fingerprint. */
export type Lanes = Int32Array;

/** A fingerprint to which nothing was added yet. */
export function newLanes(): Lanes {
  return Int32Array.of(0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f);
}

/** The fingerprint as 32 hexadecimal digits. */
export function digestOf(lanes: Lanes): string {
  return [...lanes].map(finish).join("");
}

/** The fingerprint of a text. */
export function fingerprintOfText(text: string): string {
  const lanes = newLanes();
  addText(lanes, text);
  return digestOf(lanes);
}

/** Adds a text, its length first. */
export function addText(lanes: Lanes, text: string) {
  addNumber(lanes, text.length);
  for (let index = 0; index < text.length; index++) addNumber(lanes, text.charCodeAt(index));
}

/** Adds numbers, one after the other. */
export function addNumbers(lanes: Lanes, numbers: readonly number[]) {
  addNumber(lanes, numbers.length);
  for (let index = 0; index < numbers.length; index++) addNumber(lanes, numbers[index] as number);
}

/** Adds a whole number. */
export function addNumber(lanes: Lanes, number: number) {
  if (number > 0xffffffff) addNumber(lanes, Math.floor(number / 2 ** 32));
  for (let lane = 0; lane < lanes.length; lane++) {
    const mixed = Math.imul((lanes[lane] as number) ^ number, 0x01000193);
    lanes[lane] = mixed ^ (mixed >>> 15);
  }
}

function finish(lane: number): string {
  let hash = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, "0");
}
