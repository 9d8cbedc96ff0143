"use client";

import { useState } from "react";

type Props = {
  sites: { id: number; name: string }[];
  siteId: number | null;
  words: Record<string, string>;
};

/** Chooses the site the desk shows, by typing a part of its name. Moves nothing. */
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
  return (
    <details className="switcher">
      <summary>
        <span className="quiet">{words["frame.site"]}</span>{" "}
        {current?.name ?? words["frame.switch"]}
      </summary>
      <div className="panel">
        <label htmlFor="find-site">{words["frame.find-site"]}</label>
        <input id="find-site" value={typed} onChange={(event) => setTyped(event.target.value)} />
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
      </div>
    </details>
  );
}
