"use client";

const BASE = "/admin/api/auth";

/** Ends the session: the cookie goes and the row is revoked. */
export function SignOut({ label }: { label: string }) {
  const signOut = async () => {
    const { csrfToken } = (await (await fetch(`${BASE}/csrf`)).json()) as { csrfToken: string };
    await fetch(`${BASE}/signout`, {
      method: "POST",
      body: new URLSearchParams({ csrfToken, json: "true" }),
    });
    window.location.assign("/admin/sign-in");
  };
  return (
    <button type="button" className="plain" onClick={signOut}>
      {label}
    </button>
  );
}
