import { execFileSync } from "node:child_process";

/** Installs one of Debian's packages; returns why it couldn't, or null when it has. */
export function installPackage(name: string): string | null {
  const root = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const asRoot = (...command: string[]) => {
    const [program = "", ...rest] = [...root, ...command];
    execFileSync(program, rest, {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  try {
    asRoot("apt-get", "update");
    asRoot("apt-get", "install", "-y", name);
    return null;
  } catch (error) {
    return (error as Error).message.trim().split("\n")[0] ?? "";
  }
}
