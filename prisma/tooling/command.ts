/** Runs a command-line tool to its end: a failure is said in one plain message and gives exit code 1. */
export async function runCommand(work: () => Promise<void>): Promise<never> {
  try {
    await work();
    process.exit();
  } catch (error) {
    console.error(process.env.STANDBY_DEBUG ? error : `\n${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}
