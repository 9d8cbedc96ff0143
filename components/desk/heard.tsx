"use client";

import { useLayoutEffect } from "react";
import { flushSync } from "react-dom";
import type { Early } from "#components/desk/early-script.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

const happens = (target: Element, type: string) =>
  target.dispatchEvent(new Event(type, { bubbles: true }));

/** As a hand would write: React compares with what it saw last, which it is made to think was something else. */
function write(field: Field, value: string): void {
  // Null for kinds of fields that have no place in them, days and numbers.
  const isThere = field.value === value;
  const { selectionStart, selectionEnd } = field;
  const [from, to] = isThere ? [selectionStart, selectionEnd] : [value.length, value.length];
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  field.value = value === "" ? " " : "";
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, value);
  if (selectionStart !== null) field.setSelectionRange(from, to);
  happens(field, "input");
}

function tick(box: HTMLInputElement, isOn: boolean): void {
  box.checked = !isOn;
  box.click();
}

/** Words and ticks in fields that React does not know of. */
type Found = Map<Element, string | boolean>;

const isBox = (field: Element): field is HTMLInputElement =>
  field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type);

const isText = (field: Element): field is Field =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement && !["checkbox", "radio", "file"].includes(field.type));

function findIn(field: Element, { composing, typed }: Early): string | boolean | null {
  if (isBox(field)) return field.checked === field.defaultChecked ? null : field.checked;
  // An input method says "input" itself when its word is done; a change would break it off.
  if (!isText(field) || field === composing) return null;
  const kept = field instanceof HTMLTextAreaElement ? typed.get(field) : undefined;
  const value = kept ?? field.value;
  return value === field.defaultValue ? null : value;
}

const fieldsOfScreen = () => [...document.querySelectorAll("input, textarea, select")];

function findAll(early: Early): Found {
  const found: Found = new Map();
  for (const field of fieldsOfScreen()) {
    const there = findIn(field, early);
    if (there !== null) found.set(field, there);
  }
  return found;
}

/** Of several that are one choice the last one counts. */
function noteBox(box: HTMLInputElement, found: Found): void {
  for (const other of found.keys())
    if (box.type === "radio" && isBox(other) && other.name === box.name) found.delete(other);
  found.set(box, box.checked);
}

/**
 * Until all is told: a tick is noted, for whatever is drawn takes it away again; words that are typed now React
 * hears itself, with those that stood there before them, which are put back first where they were taken away.
 */
function keepUp(found: Found, signal: AbortSignal): void {
  const onClick = ({ target }: Event) =>
    target instanceof Element && isBox(target) && noteBox(target, found);
  const onWords = ({ target }: Event) =>
    target instanceof Element && isText(target) && found.delete(target);
  const onKey = ({ target: field }: Event) => {
    if (!(field instanceof Element && isText(field))) return;
    const words = found.get(field);
    if (typeof words === "string" && field.value !== words) flushSync(() => write(field, words));
  };
  const how = { capture: true, signal };
  addEventListener("click", onClick, how);
  // Before the browser has looked where the key goes; input methods press one as well.
  addEventListener("keydown", onKey, how);
  for (const type of ["input", "compositionstart"]) addEventListener(type, onWords, how);
}

/** What is to be done again; null: nothing was done. */
type Todo = (() => void) | null;

function todoInList(list: HTMLSelectElement, { chosen }: Early): Todo {
  const at = chosen.get(list);
  if (at === undefined) return null;
  return () => {
    list.selectedIndex = at;
    happens(list, "change");
  };
}

function todoInBox(box: HTMLInputElement, isOn: boolean): Todo {
  const isTold = isOn === box.defaultChecked || (box.type === "radio" && !isOn);
  return isTold ? null : () => tick(box, isOn);
}

function todoIn(field: Element, early: Early, found: string | boolean | undefined): Todo {
  if (field instanceof HTMLSelectElement) return todoInList(field, early);
  if (isBox(field)) return typeof found === "boolean" ? todoInBox(field, found) : null;
  if (isText(field)) return typeof found === "string" ? () => write(field, found) : null;
  const hasFiles = field instanceof HTMLInputElement && field.files?.length;
  return hasFiles ? () => happens(field, "change") : null;
}

const doAgain = (done: HTMLButtonElement | HTMLFormElement): void =>
  done instanceof HTMLFormElement ? done.requestSubmit() : done.click();

function tellAll(early: Early, found: Found): void {
  delete window.early;
  const todo = fieldsOfScreen().flatMap((field) => todoIn(field, early, found.get(field)) ?? []);
  // One after the other, as by hand: what one changes is drawn before the next is told.
  for (const act of [...todo, ...[...early.done].map((done) => () => doAgain(done))])
    flushSync(act);
}

/**
 * Tells the screen what was typed, chosen, pressed and sent before its scripts were there. React 19.3 does
 * not hear of it: the words would stand in the fields and not be saved.
 */
export function Heard() {
  // Looked at in the very step in which React takes over: whatever draws the screen again after it, as a
  // form does that sets state in an effect, sets the fields back to what React knows of.
  useLayoutEffect(() => {
    const { early } = window;
    if (!early) return;
    const found = findAll(early);
    const until = new AbortController();
    keepUp(found, until.signal);
    const timer = setTimeout(() => {
      until.abort();
      tellAll(early, found);
    });
    return () => {
      until.abort();
      clearTimeout(timer);
    };
  }, []);
  return null;
}
