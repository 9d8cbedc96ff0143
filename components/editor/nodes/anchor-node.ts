import type { EditorConfig } from "lexical";
import { DecoratorNode, nodeSchema, stringValue, withField } from "lexical";

const schema = nodeSchema<AnchorNode>()({
  name: withField(stringValue(), { field: "__name" }),
});

/** 锚点: where links to `#name` lead. Readers see nothing of it; here it has a sign, so that nobody deletes it unseen. */
export class AnchorNode extends DecoratorNode<null> {
  __name = "";

  override $config() {
    return this.config("anchor", { extends: DecoratorNode, json: schema });
  }

  override isInline(): true {
    return true;
  }

  /** It is no word. */
  override getTextContent(): string {
    return "";
  }

  getName(): string {
    return this.getLatest().__name;
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const sign = document.createElement("span");
    sign.className = "rte-anchor";
    sign.title = `#${this.getName()}`;
    sign.setAttribute("role", "img");
    sign.setAttribute("aria-label", `#${this.getName()}`);
    return sign;
  }

  override updateDOM(): false {
    return false;
  }
}
