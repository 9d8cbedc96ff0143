"use client";

import { useEffect } from "react";
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
  return field === composing || value === field.defaultValue ? null : () => write(field, value);
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

function tellAll(early: Early): void {
  delete window.early;
  const fields = [...document.querySelectorAll("input, textarea, select")];
  const todo = fields.flatMap((field) => todoIn(field, early) ?? []);
  // One after the other, as by hand: what one changes is drawn before the next is told.
  for (const act of [...todo, ...[...early.done].map((done) => () => doAgain(done))])
    flushSync(act);
}

/**
 * Tells the screen what was typed, chosen, pressed and sent before its scripts were there. React 19.3 does
 * not hear of it: the words would stand in the fields and not be saved.
 */
export function Heard() {
  useEffect(() => {
    const { early } = window;
    const timer = early && setTimeout(() => tellAll(early));
    return () => clearTimeout(timer);
  }, []);
  return null;
}
