"use client";

import type { RefObject } from "react";
import { useEffect, useRef } from "react";

/**
 * What was typed into the fields of a form before its script was there: on a slow machine that is
 * seconds, and React 19.3 does not hear of it. Told once, by the ids of the fields.
 */
export function useTypedBefore(
  ids: readonly string[],
  tell: (typed: Record<string, string>) => void,
): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const latest = useRef({ ids, tell });
  useEffect(() => {
    const inputs = [...(form.current?.querySelectorAll<HTMLInputElement>("input[id]") ?? [])];
    const typed = inputs
      .filter(
        ({ id, value, defaultValue }) => latest.current.ids.includes(id) && value !== defaultValue,
      )
      .map(({ id, value }) => [id, value]);
    if (typed.length > 0) latest.current.tell(Object.fromEntries(typed));
  }, []);
  return form;
}
