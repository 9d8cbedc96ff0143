/**
 * Suggestions under the search box: the one script of citizens' pages, their own, two kilobytes.
 * Without it the box is a plain form. A combobox as the ARIA practices have it: the focus stays in the
 * field, arrows choose, Enter takes, Escape closes; letters that are still being composed ask nothing.
 */
type Suggested = { suggestions: { text: string }[] };

const WAIT_MS = 120;
const MOST_KEPT = 50;

/** What could be meant; asked once for the same words. */
class Source {
  private readonly address: string;
  private readonly known = new Map<string, string[]>();
  private asking: AbortController | null = null;

  constructor(address: string) {
    this.address = address;
  }

  /** Null when a later question took the place of this one, or nobody answers: the form goes on without. */
  async ask(words: string): Promise<string[] | null> {
    this.asking?.abort();
    const held = words === "" ? [] : this.known.get(words);
    if (held) return held;
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const answer = await fetch(`${this.address}?q=${encodeURIComponent(words)}`, { signal });
      if (!answer.ok) return null;
      const { suggestions } = (await answer.json()) as Suggested; // safe because it is our own answer
      if (this.known.size >= MOST_KEPT) this.known.clear();
      const texts = suggestions.map(({ text }) => text);
      this.known.set(words, texts);
      return texts;
    } catch {
      return null;
    }
  }
}

class Box {
  private readonly form: HTMLFormElement;
  private readonly field: HTMLInputElement;
  private readonly source: Source;
  private readonly list = document.createElement("ul");
  /** The words as they were typed; -1 stands for them. */
  private typed = "";
  private chosen = -1;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement, field: HTMLInputElement) {
    this.form = form;
    this.field = field;
    this.source = new Source(form.dataset["suggest"] ?? "");
    this.build();
    this.listen();
  }

  private build(): void {
    const { list, field, form } = this;
    list.id = "suggestions";
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.dataset["suggestions"] ?? "");
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-expanded", "false");
    field.parentElement?.classList.add("suggests");
    field.after(list);
  }

  private listen(): void {
    const { list, field } = this;
    field.addEventListener("input", (event) => {
      if (!(event as InputEvent).isComposing) this.askLater();
    });
    field.addEventListener("compositionend", () => this.askLater());
    field.addEventListener("blur", () => this.close());
    field.addEventListener("keydown", (event) => {
      if (!event.isComposing && !list.hidden && this.press(event.key)) event.preventDefault();
    });
    // Before the field loses the focus, which would close the list under the finger.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = (event.target as HTMLElement).closest("li"); // safe because clicks hit elements
      if (option) this.take(option.textContent);
    });
  }

  private askLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.suggest(), WAIT_MS);
  }

  private async suggest(): Promise<void> {
    this.typed = this.field.value;
    const words = this.typed.trim();
    const texts = await this.source.ask(words);
    if (texts && this.field.value.trim() === words && document.activeElement === this.field)
      this.show(texts);
  }

  private show(texts: readonly string[]): void {
    this.close();
    this.list.replaceChildren(...texts.map(makeOption));
    if (texts.length === 0) return;
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
  }

  private close(): void {
    this.list.hidden = true;
    this.chosen = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  /** True when the key meant the list. */
  private press(key: string): boolean {
    const count = this.list.children.length;
    switch (key) {
      case "ArrowDown":
        this.choose(this.chosen === count - 1 ? -1 : this.chosen + 1);
        return true;
      case "ArrowUp":
        this.choose(this.chosen === -1 ? count - 1 : this.chosen - 1);
        return true;
      case "Escape":
        this.field.value = this.typed;
        this.close();
        return true;
      case "Enter":
        if (this.chosen === -1) return false;
        this.take(this.field.value);
        return true;
      default:
        return false;
    }
  }

  private choose(at: number): void {
    this.chosen = at;
    const options = [...this.list.children];
    for (const [index, option] of options.entries())
      option.setAttribute("aria-selected", String(index === at));
    const option = options[at];
    this.field.value = option?.textContent ?? this.typed;
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  private take(text: string): void {
    this.field.value = text;
    this.close();
    this.form.requestSubmit();
  }
}

function makeOption(text: string, at: number): HTMLElement {
  const option = document.createElement("li");
  option.id = `suggestion-${at}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.textContent = text;
  return option;
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-suggest]")) {
  const field = form.querySelector<HTMLInputElement>("input[name=q]");
  if (field) new Box(form, field);
}
