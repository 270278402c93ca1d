/** The accounts of the demo office; refused outside demo mode. */
export const DEMO_ACCOUNTS = [
  { email: "manager@standby.example", role: "manager" },
  { email: "assistant@standby.example", role: "assistant" },
  { email: "executive@standby.example", role: "executive" },
  { email: "admin@standby.example", role: "administrator" },
] as const;

export const DEMO_PASSWORD = "standby-demo";

export function isDemoAccount(email: string): boolean {
  return DEMO_ACCOUNTS.some((account) => account.email === email);
}
