import { reasonOf } from "./folders";

/** Runs a command-line tool to its end: a failure is said in one plain message and gives exit code 1. */
export async function runCommand(work: () => Promise<void>): Promise<never> {
  try {
    await work();
    process.exit();
  } catch (error) {
    console.error(process.env.STANDBY_DEBUG ? error : `\n${wordsOf(error)}`);
    process.exit(1);
  }
}

/** What the system refused with a file is said with its path. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { path } = error as NodeJS.ErrnoException;
  const reason = path === undefined ? null : reasonOf(error);
  return reason ? `${path} can't be written: ${reason}.` : error.message;
}
