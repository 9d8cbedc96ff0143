import type { EditorConfig, LexicalNode } from "lexical";
import { $create, DecoratorNode, nodeSchema, stringValue, withField } from "lexical";

const schema = nodeSchema<FootnoteNode>()({
  text: withField(stringValue(), { field: "__text" }),
});

/** The mark of a note among the words; what it says is changed in a dialog. The style sheet counts. */
export class FootnoteNode extends DecoratorNode<null> {
  __text = "";

  override $config() {
    return this.config("footnote", { extends: DecoratorNode, json: schema });
  }

  override isInline(): true {
    return true;
  }

  /** Copied as plain words, a note stands where it was called for. */
  override getTextContent(): string {
    return `[${this.getText()}]`;
  }

  getText(): string {
    return this.getLatest().__text;
  }

  setText(text: string): this {
    const self = this.getWritable();
    self.__text = text;
    return self;
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const mark = document.createElement("sup");
    mark.className = "rte-mark";
    mark.title = this.getText();
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", this.getTextContent());
    return mark;
  }

  override updateDOM(before: this): boolean {
    return before !== this;
  }
}

export function $createFootnoteNode(text: string): FootnoteNode {
  return $create(FootnoteNode).setText(text);
}

export function $isFootnoteNode(node: LexicalNode | null | undefined): node is FootnoteNode {
  return node instanceof FootnoteNode;
}
