import { build } from "./build";
import { runCommand } from "./command";

await runCommand(async () => void (await build({ report: console.log })));
