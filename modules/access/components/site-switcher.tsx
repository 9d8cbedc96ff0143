"use client";

import { useState } from "react";

type Props = {
  sites: { id: number; name: string }[];
  siteId: number | null;
  words: Record<string, string>;
};

/**
 * Chooses the site the desk shows, by typing a part of its name; Enter takes the first that fits,
 * Escape closes. Moves nothing: no content, and nothing on the screen.
 */
export function SiteSwitcher({ sites, siteId, words }: Props) {
  const current = sites.find(({ id }) => id === siteId);
  const [typed, setTyped] = useState("");
  const found = sites.filter(({ name }) => name.includes(typed.trim())).slice(0, 12);
  const choose = async (id: number) => {
    const answer = await fetch("/admin/api/site", {
      method: "POST",
      body: JSON.stringify({ siteId: id }),
    });
    if (answer.ok) window.location.assign("/admin/content");
  };
  const closeOnEscape = (event: React.KeyboardEvent<HTMLDetailsElement>) => {
    if (event.key !== "Escape") return;
    event.currentTarget.open = false;
    event.currentTarget.querySelector("summary")?.focus();
  };
  return (
    <details className="switcher" onKeyDown={closeOnEscape}>
      <summary>
        {current ? (
          <>
            <span className="quiet">{words["frame.site"]}</span> {current.name}
          </>
        ) : (
          words["frame.choose"]
        )}
      </summary>
      <form
        className="panel"
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = typed.trim() === "" ? [] : found;
          if (first) void choose(first.id);
        }}
      >
        <label htmlFor="find-site">{words["frame.find-site"]}</label>
        <input
          id="find-site"
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <p role="status">{found.length === 0 && words["frame.no-site"]}</p>
        <ul>
          {found.map(({ id, name }) => (
            <li key={id}>
              <button
                type="button"
                className="plain"
                aria-current={id === siteId}
                onClick={() => choose(id)}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </details>
  );
}
