import "server-only";
import type { NextAuthOptions } from "next-auth";
import { getServerSession } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { Db, Raw } from "#db/client.ts";
import { connect } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { secrets } from "#lib/secrets.ts";
import { signIn, signOut, touchSession } from "#modules/access/commands/sessions.ts";
import type { SignedIn } from "#modules/access/queries/sessions.ts";
import { getSignedIn } from "#modules/access/queries/sessions.ts";

const COOKIE_SECONDS = 12 * 60 * 60;
const isLocal = env.ZS_ADMIN_HOST.endsWith(".localhost");

const shared = globalThis as unknown as { zsDesk?: { sql: Raw; db: Db } };

/** The admin process's pool: role zs_app. */
function desk(): { sql: Raw; db: Db } {
  shared.zsDesk ??= connect({ role: "zs_app", max: 8, name: "desk" });
  return shared.zsDesk;
}
export const deskDb = (): Db => desk().db;
export const deskSql = (): Raw => desk().sql;

/**
 * next-auth carries a random session token in its encrypted cookie and nothing else; the row of
 * `staff_session` decides, on every request. Its own database sessions refuse credentials (tried).
 */
export const authOptions: NextAuthOptions = {
  secret: secrets().sessionKey,
  session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
  pages: { signIn: "/admin/sign-in", error: "/admin/sign-in" },
  useSecureCookies: !isLocal,
  cookies: {
    sessionToken: {
      name: isLocal ? "zs-desk" : "__Host-zs-desk",
      options: { httpOnly: true, sameSite: "strict", path: "/", secure: !isLocal },
    },
  },
  providers: [
    CredentialsProvider({
      credentials: { login: {}, password: {} },
      async authorize(given, request) {
        const address = String(request.headers?.["x-forwarded-for"] ?? "-");
        const result = await signIn(deskDb(), {
          login: given?.login ?? "",
          password: given?.password ?? "",
          address,
        });
        if (result.ok) return { id: result.value.token };
        throw new Error(result.problems[0]);
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ sid: user ? user.id : token["sid"] }),
    session: ({ session, token }) => ({ expires: session.expires, sid: token["sid"] }),
    redirect: ({ baseUrl }) => `${new URL(baseUrl).origin}/admin`,
  },
  events: {
    signOut: async ({ token }) => {
      await signOut(deskDb(), String(token["sid"] ?? ""));
    },
  },
  logger: { error: () => {}, warn: () => {}, debug: () => {} },
};

export type Here = SignedIn & { token: string };

/** Who asks, by the row of their session; null for a stranger. */
export async function currentStaff(): Promise<Here | null> {
  const session = (await getServerSession(authOptions)) as { sid?: unknown } | null;
  if (typeof session?.sid !== "string") return null;
  const signedIn = await getSignedIn(deskDb(), session.sid);
  if (!signedIn) return null;
  await touchSession(deskDb(), session.sid);
  return { ...signedIn, token: session.sid };
}
