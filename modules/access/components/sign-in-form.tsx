"use client";

import { useState } from "react";

const BASE = "/admin/api/auth";

/** Asks next-auth with its own token against forgery; resolves to the word of what was wrong, or null. */
async function signIn(form: FormData): Promise<string | null> {
  const { csrfToken } = (await (await fetch(`${BASE}/csrf`)).json()) as { csrfToken: string };
  const body = new URLSearchParams({
    csrfToken,
    login: String(form.get("login") ?? ""),
    password: String(form.get("password") ?? ""),
    callbackUrl: "/admin",
    json: "true",
  });
  const answer = await fetch(`${BASE}/callback/credentials`, { method: "POST", body });
  if (answer.ok) return null;
  const { url } = (await answer.json()) as { url?: string };
  const error = url ? new URL(url, window.location.href).searchParams.get("error") : null;
  return error === "wrong" || error === "locked" ? error : "failed";
}

/** `words` are those of desk.json, flat. */
export function SignInForm({ words }: { words: Record<string, string> }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    const found = await signIn(new FormData(event.currentTarget)).catch(() => "failed");
    if (found === null) window.location.assign("/admin");
    else setProblem(found);
    setBusy(false);
  };
  return (
    <form onSubmit={submit}>
      <h1>{words["sign-in.title"]}</h1>
      {problem && (
        <p className="problems" role="alert">
          {words[`sign-in.${problem}`]}
        </p>
      )}
      <label htmlFor="login">{words["sign-in.login"]}</label>
      <input id="login" name="login" autoComplete="username" required />
      <label htmlFor="password">{words["sign-in.password"]}</label>
      <input
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <button type="submit" disabled={isBusy}>
        {words["sign-in.submit"]}
      </button>
    </form>
  );
}
