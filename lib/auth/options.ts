import "server-only";
import type { NextAuthOptions } from "next-auth";
import { db } from "@/lib/db";
import { revokeSession } from "./session";

declare module "next-auth" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can add to next-auth's own
  interface Session {
    sid?: string;
  }
}

declare module "next-auth/jwt" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can add to next-auth's own
  interface JWT {
    sid?: string;
  }
}

export const SESSION_MAX_AGE_SECONDS = 12 * 3600;

/** next-auth keeps one thing in its cookie: the id of a session row. Who that is, is asked of the database. People come in by the form of ours, or by the organisation's own sign-in (`oidc.ts`). */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_SECONDS },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [],
  callbacks: {
    session({ session, token }) {
      return { expires: session.expires, sid: token.sid };
    },
    redirect({ url, baseUrl }) {
      return url.startsWith("/") && !url.startsWith("//") ? `${baseUrl}${url}` : baseUrl;
    },
  },
  events: {
    async signOut({ token }) {
      if (token?.sid) await revokeSession(db(), token.sid, new Date());
    },
  },
};
