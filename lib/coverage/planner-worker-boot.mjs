import { register } from "tsx/esm/api";

register();
await import("./planner-worker-entry.ts");
