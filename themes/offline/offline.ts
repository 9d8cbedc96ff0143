/**
 * The search of an archived site: FlexSearch over all its texts, in the reader's browser, from a disk.
 * Characters and their pairs find what may fit; what holds every word is shown, titles first, newest first.
 */
type Entry = [title: string, address: string, about: string, text: string, folded: string];
type FlexIndex = {
  add(at: number, text: string): void;
  search(words: string, options: { limit: number }): number[];
};
type Given = {
  zsEntries: Entry[];
  FlexSearch: { Index: new (options: object) => FlexIndex };
};

const SHOWN = 50;
const CANDIDATES = 5000;
const BEFORE = 30;
const SNIPPET = 120;

const { zsEntries: entries, FlexSearch } = globalThis as unknown as Given;

function grams(text: string): string[] {
  const characters = Array.from(text);
  return [...characters, ...characters.slice(1).map((next, at) => `${characters[at]}${next}`)];
}

const index = new FlexSearch.Index({ tokenize: "strict", encode: grams, resolution: 1 });
entries.forEach(([, , , , folded], at) => {
  index.add(at, folded);
});

const byId = (id: string) => document.getElementById(id) as HTMLElement;
const field = byId("q") as HTMLInputElement;

/** The words themselves are marked; everything else is text. */
function marked(text: string, words: string[]): DocumentFragment {
  const out = document.createDocumentFragment();
  const lower = text.toLowerCase();
  let from = 0;
  while (from < text.length) {
    const hits = words.map((word) => lower.indexOf(word, from)).filter((at) => at >= 0);
    const next = hits.length > 0 ? Math.min(...hits) : text.length;
    out.append(text.slice(from, next));
    const [word] = words
      .filter((one) => lower.startsWith(one, next))
      .sort((one, other) => other.length - one.length);
    if (next >= text.length || !word) break;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(next, next + word.length);
    out.append(mark);
    from = next + word.length;
  }
  return out;
}

function line([title, address, about, text]: Entry, words: string[]): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = address;
  link.append(marked(title, words));
  const at = Math.max(0, text.toLowerCase().indexOf(words[0] || "") - BEFORE);
  const snippet = document.createElement("p");
  snippet.append(marked(text.slice(at, at + SNIPPET), words));
  const note = document.createElement("p");
  note.className = "quiet";
  note.textContent = about;
  item.append(link, snippet, note);
  return item;
}

function find(words: string[]): Entry[] {
  const ids = index.search(words[0] || "", { limit: CANDIDATES }).sort((one, other) => one - other);
  const fits = ids
    .map((id) => entries[id] as Entry)
    .filter((entry) => words.every((word) => entry[4].indexOf(word) >= 0));
  const inTitle = (entry: Entry) =>
    words.every((word) => entry[4].split("\n", 1).join("").indexOf(word) >= 0);
  return [...fits.filter(inTitle), ...fits.filter((entry) => !inTitle(entry))];
}

function show(): void {
  const words = field.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length > 0 ? find(words) : [];
  const told = byId("told");
  const kind = found.length > SHOWN ? "many" : found.length > 0 ? "found" : "none";
  const said = (told.dataset[kind] || "")
    .replace("{{count}}", String(found.length))
    .replace("{{shown}}", String(SHOWN));
  told.textContent = words.length > 0 ? said : "";
  const list = byId("found");
  list.textContent = "";
  for (const entry of found.slice(0, SHOWN)) list.append(line(entry, words));
}

byId("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
field.addEventListener("input", (event) => {
  if (!(event as InputEvent).isComposing) show();
});
field.addEventListener("compositionend", show);
