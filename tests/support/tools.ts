import { execFile } from "node:child_process";

/** Runs a command of the tooling as a person does, and returns how it ended and what it said. */
export function runTool(
  name: string,
  args: readonly string[],
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", `prisma/tooling/${name}.ts`, ...args],
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}
