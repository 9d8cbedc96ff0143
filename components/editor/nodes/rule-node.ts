import type { LexicalNode } from "lexical";
import { $create, DecoratorNode } from "lexical";

/** A line across the text. */
export class RuleNode extends DecoratorNode<null> {
  override $config() {
    return this.config("horizontalrule", { extends: DecoratorNode });
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    return "\n";
  }

  override createDOM(): HTMLElement {
    return document.createElement("hr");
  }

  override updateDOM(): boolean {
    return false;
  }
}

export function $createRuleNode(): RuleNode {
  return $create(RuleNode);
}

export function $isRuleNode(node: LexicalNode | null | undefined): node is RuleNode {
  return node instanceof RuleNode;
}
