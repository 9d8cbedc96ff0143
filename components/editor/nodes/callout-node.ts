import type { EditorConfig, LexicalEditor, LexicalNode } from "lexical";
import { $create, ElementNode, enumValue, nodeSchema, withField } from "lexical";
import type { CalloutKind } from "#lib/richtext/callouts.ts";
import { CALLOUT_KINDS } from "#lib/richtext/callouts.ts";
import { surroundings } from "../surroundings.ts";

const schema = nodeSchema<CalloutNode>()({
  kind: withField(enumValue(CALLOUT_KINDS), { field: "__kind" }),
});

/** Blocks that stand apart from the text; the kind stands over them in words. */
export class CalloutNode extends ElementNode {
  __kind: CalloutKind = "note";

  override $config() {
    return this.config("callout", { extends: ElementNode, json: schema });
  }

  override isShadowRoot(): true {
    return true;
  }

  override canBeEmpty(): false {
    return false;
  }

  override canIndent(): false {
    return false;
  }

  getKind(): CalloutKind {
    return this.getLatest().__kind;
  }

  setKind(kind: CalloutKind): this {
    const self = this.getWritable();
    self.__kind = kind;
    return self;
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const box = document.createElement("div");
    box.className = `rte-callout rte-callout-${this.__kind}`;
    box.dataset["kind"] = surroundings(editor).words[`callout.${this.__kind}`] ?? "";
    return box;
  }

  override updateDOM(before: this): boolean {
    return before.__kind !== this.__kind;
  }
}

export function $createCalloutNode(kind: CalloutKind): CalloutNode {
  return $create(CalloutNode).setKind(kind);
}

export function $isCalloutNode(node: LexicalNode | null | undefined): node is CalloutNode {
  return node instanceof CalloutNode;
}
