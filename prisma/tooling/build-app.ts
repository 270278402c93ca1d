import { build } from "./build";
import { runCommand } from "./command";

await runCommand(() => build({ report: console.log }));
