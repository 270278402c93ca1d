/** Runs a command-line tool: a failure is said in one plain message and gives exit code 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(process.env.STANDBY_DEBUG ? error : `\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
