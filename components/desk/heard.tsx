"use client";

import { useLayoutEffect } from "react";
import { flushSync } from "react-dom";
import type { Early } from "#components/desk/early-script.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

const happens = (target: Element, type: string) =>
  target.dispatchEvent(new Event(type, { bubbles: true }));

/** As a hand would write: React compares with what it saw last, which it is made to think was nothing. */
function write(field: Field, value: string): void {
  // Null for kinds of fields that have no place in them, days and numbers.
  const { selectionStart: from, selectionEnd: to } = field;
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  field.value = "";
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, value);
  if (from !== null) field.setSelectionRange(from, to);
  happens(field, "input");
}

function tick(box: HTMLInputElement, isOn: boolean): void {
  box.checked = !isOn;
  box.click();
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

function todoInText(field: Field, { composing }: Early): Todo {
  const { value } = field;
  // An input method says "input" itself when its word is done; a change would break it off.
  if (field === composing || value === field.defaultValue) return null;
  // What was typed since then holds more.
  return () => write(field, field.value === field.defaultValue ? value : field.value);
}

function todoInInput(field: HTMLInputElement, early: Early): Todo {
  const isOn = field.checked;
  const isTurned = isOn !== field.defaultChecked;
  switch (field.type) {
    case "file":
      return field.files?.length ? () => happens(field, "change") : null;
    case "checkbox":
      return isTurned ? () => tick(field, isOn) : null;
    case "radio":
      return isTurned && isOn ? () => tick(field, isOn) : null;
    default:
      return todoInText(field, early);
  }
}

function todoIn(field: Element, early: Early): Todo {
  if (field instanceof HTMLSelectElement) return todoInList(field, early);
  if (field instanceof HTMLInputElement) return todoInInput(field, early);
  return field instanceof HTMLTextAreaElement ? todoInText(field, early) : null;
}

const doAgain = (done: HTMLButtonElement | HTMLFormElement): void =>
  done instanceof HTMLFormElement ? done.requestSubmit() : done.click();

/** What is to be done again, of what was done until now. */
function todoNow(early: Early): (() => void)[] {
  const fields = [...document.querySelectorAll("input, textarea, select")];
  return fields.flatMap((field) => todoIn(field, early) ?? []);
}

function tellAll(early: Early, todo: readonly (() => void)[]): void {
  delete window.early;
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
  // form does that hands its save to the buttons beside it, sets the fields back to what React knows of.
  useLayoutEffect(() => {
    const { early } = window;
    const todo = early ? todoNow(early) : [];
    const timer = early && setTimeout(() => tellAll(early, todo));
    return () => clearTimeout(timer);
  }, []);
  return null;
}
