import type { Container, ListFrame, Place } from "./flat.ts";
import type { TableFrame } from "./table.ts";
import type { Manner } from "./words.ts";

/** What a place in the HTML has inherited from everything around it. Never changed, only replaced. */
export type Context = {
  container: Container;
  place: Place;
  manner: Manner;
  isPreformatted: boolean;
  list: ListFrame | null;
  table: TableFrame | null;
  isInTableHead: boolean;
  isInFigure: boolean;
};

const NOWHERE: Place = { item: null, quote: null, caption: null, headingTag: null, alignment: "" };

export function rootContext(container: Container): Context {
  return {
    container,
    place: NOWHERE,
    manner: { bits: 0, link: null },
    isPreformatted: false,
    list: null,
    table: null,
    isInTableHead: false,
    isInFigure: false,
  };
}

/** Inside a cell begins a world of its own; only its alignment and a link reach in. */
export function cellContext(around: Context, container: Container): Context {
  const { alignment } = around.place;
  return {
    ...rootContext(container),
    place: { ...NOWHERE, alignment },
    manner: { bits: around.manner.bits, link: around.manner.link },
  };
}

export function at(around: Context, place: Partial<Place>): Context {
  return { ...around, place: { ...around.place, ...place } };
}
