import commonPasswords from "./common-passwords.json";

const SHORTEST_NAME = 4;
const common = new Set(commonPasswords);

/** True for a password that holds the name in its owner's e-mail address, or the product's: the first things a stranger tries. */
export function isOwnName(password: string, email: string): boolean {
  const typed = password.toLowerCase();
  const names = [...(email.split("@")[0] ?? "").split(/[^\p{L}\d]+/u), "standby"];
  return names.some((name) => name.length >= SHORTEST_NAME && typed.includes(name.toLowerCase()));
}

/** True for a password that many people choose (NOTICE says whose list), and for one that is a shorter word again and again. */
export function isCommonPassword(password: string): boolean {
  const typed = password.toLowerCase();
  return common.has(typed) || /^(.{1,6})\1+$/su.test(typed);
}
