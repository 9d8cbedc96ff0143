import type { EditorConfig, LexicalEditor, LexicalNode } from "lexical";
import { $create, DecoratorNode, nodeSchema, numberValue, stringValue, withField } from "lexical";
import { formatByteSize } from "#lib/format/byte-size.ts";
import type { Attachment } from "#lib/richtext/nodes.ts";
import { surroundings } from "../surroundings.ts";

export type AttachmentFields = Pick<Attachment, "assetId" | "title">;

const schema = nodeSchema<AttachmentNode>()({
  assetId: withField(numberValue(0, { integer: true, min: 0 }), { field: "__assetId" }),
  title: withField(stringValue(), { field: "__title" }),
});

/** A file to be saved, as a line of its own. */
export class AttachmentNode extends DecoratorNode<null> {
  __assetId = 0;
  __title = "";

  override $config() {
    return this.config("attachment", { extends: DecoratorNode, json: schema });
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    return this.getLatest().__title;
  }

  getFields(): AttachmentFields {
    const { __assetId, __title } = this.getLatest();
    return { assetId: __assetId, title: __title };
  }

  setFields(fields: Partial<AttachmentFields>): this {
    const all = { ...this.getFields(), ...fields };
    const self = this.getWritable();
    self.__assetId = all.assetId;
    self.__title = all.title;
    return self;
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const { resolveAsset, words } = surroundings(editor);
    const { assetId, title } = this.getFields();
    const known = resolveAsset(assetId);
    const facts = [
      known?.extension?.toUpperCase(),
      known?.sizeBytes ? formatByteSize(known.sizeBytes) : undefined,
    ];
    const about = facts.filter((fact) => fact !== undefined).join(" · ");
    const line = document.createElement("p");
    line.className = "rte-attachment";
    line.textContent = `${words["attachment.button"] ?? ""}：${title}${about && ` (${about})`}`;
    return line;
  }

  override updateDOM(before: this): boolean {
    return before !== this;
  }
}

export function $createAttachmentNode(fields: Partial<AttachmentFields>): AttachmentNode {
  return $create(AttachmentNode).setFields(fields);
}

export function $isAttachmentNode(node: LexicalNode | null | undefined): node is AttachmentNode {
  return node instanceof AttachmentNode;
}
