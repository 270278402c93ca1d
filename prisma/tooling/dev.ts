import { runCommand } from "./command";
import { runStandby } from "./run-standby";

await runCommand(() => runStandby("development"));
