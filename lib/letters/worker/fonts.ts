import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const SUBSETS = ["latin", "latin-ext", "greek", "greek-ext", "cyrillic", "cyrillic-ext", "vietnamese"];
const EMOJI = "emoji";
const JOINERS = /[\u200D\uFE0F\u{1F3FB}-\u{1F3FF}]/u;
/** Drawn for what no font has. */
const UNKNOWN = "\u25A1";

type Face = { id: string; ranges: readonly (readonly [number, number])[]; file: (weight: number) => Buffer };
/** Letters that one font draws. */
export type FontRun = { font: string; text: string };

function facesOf(family: string, subsets: readonly string[], name: string): Face[] {
  const folder = dirname(require.resolve(`@fontsource/${family}/package.json`));
  const ranges: Record<string, string> = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8"));
  return subsets.map((subset) => ({
    id: `${name}-${subset}`,
    ranges: rangesIn(subset === EMOJI ? Object.values(ranges).join(",") : (ranges[subset] ?? "")),
    file: (weight) => readFileSync(join(folder, "files", `${family}-${subset}-${weight}-normal.woff`)),
  }));
}

function rangesIn(text: string): [number, number][] {
  return [...text.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, from = "", to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);
}

let faces: Face[] | undefined;

function allFaces(): Face[] {
  faces ??= [...facesOf("inter", SUBSETS, "inter"), ...facesOf("noto-emoji", [EMOJI], "noto")];
  return faces;
}

/** The bytes of a font by the name that a run gives it. */
export function fontFile(name: string): Buffer {
  const [id, weight] = name.split("/");
  const face = allFaces().find((one) => one.id === id);
  if (!face) throw new Error(`there is no font ${name}`);
  return face.file(Number(weight));
}

/** A text as runs of one font each: letters of every European alphabet, emoji, and a box for what no font has. */
export function fontRuns(text: string, isBold: boolean): FontRun[] {
  const runs: FontRun[] = [];
  for (const sign of text.normalize("NFC")) {
    const last = runs.at(-1);
    if (last && JOINERS.test(sign)) {
      if (last.font.startsWith("noto")) last.text += sign;
      continue;
    }
    const face = faceFor(sign);
    const font = `${face?.id ?? "inter-latin"}/${isBold && face?.id !== `noto-${EMOJI}` ? 700 : 400}`;
    const shown = face ? sign : UNKNOWN;
    if (last?.font === font) last.text += shown;
    else runs.push({ font, text: shown });
  }
  return runs;
}

function faceFor(sign: string): Face | undefined {
  const point = sign.codePointAt(0) ?? 0;
  return allFaces().find(({ ranges }) => ranges.some(([from, to]) => from <= point && point <= to));
}
