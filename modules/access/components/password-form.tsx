"use client";

import { useState } from "react";

type Props = { words: Record<string, string>; problems: Record<string, string>; isFirst: boolean };

/** Changes one's own password. `words` of desk.json, `problems` of access.json. */
export function PasswordForm({ words, problems, isFirst }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (form.get("next") !== form.get("repeat")) return setSaid(words["password.differs"] ?? "");
    const body = JSON.stringify({ current: form.get("current"), next: form.get("next") });
    const answer = await fetch("/admin/api/password", { method: "POST", body });
    if (answer.ok) return window.location.assign("/admin");
    const { problems: found } = (await answer.json()) as { problems?: string[] };
    return setSaid(
      (found ?? ["link-spent"]).map((key) => problems[`problems.${key}`] ?? key).join("；"),
    );
  };
  const field = (name: string, autoComplete: string) => (
    <p key={name}>
      <label htmlFor={name}>{words[`password.${name}`]}</label>
      <input id={name} name={name} type="password" autoComplete={autoComplete} required />
    </p>
  );
  return (
    <form onSubmit={submit}>
      <h1>{words["password.title"]}</h1>
      {isFirst && <p>{words["password.first"]}</p>}
      {said && (
        <p className="problems" role="alert">
          {said}
        </p>
      )}
      {field("current", "current-password")}
      {field("next", "new-password")}
      {field("repeat", "new-password")}
      <button type="submit">{words["password.submit"]}</button>
    </form>
  );
}
