import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { db } from "@/lib/db";
import { openSession, revokeSession } from "./session";
import { authenticate } from "./sign-in";

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

/** next-auth keeps one thing in its cookie: the id of a session row. Who that is, is asked of the database. */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_SECONDS },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      async authorize(credentials, request) {
        const address = String(request.headers?.["x-real-ip"] ?? "local");
        const answer = await authenticate(
          db(),
          {
            email: credentials?.email ?? "",
            password: credentials?.password ?? "",
            address,
          },
          new Date(),
        );
        return answer.ok ? { id: answer.value.userId } : null;
      },
    }),
  ],
  callbacks: {
    async jwt({ token, user }) {
      if (!user) return token;
      return { sid: await openSession(db(), user.id, new Date()) };
    },
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
