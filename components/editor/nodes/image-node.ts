import type { EditorConfig, LexicalEditor, LexicalNode } from "lexical";
import {
  $create,
  DecoratorNode,
  nodeSchema,
  nullable,
  numberValue,
  stringValue,
  withField,
} from "lexical";
import type { Image } from "#lib/richtext/nodes.ts";
import { surroundings } from "../surroundings.ts";

export type ImageFields = Pick<Image, "assetId" | "src" | "alt" | "caption" | "width" | "height">;

const sizeValue = () => nullable(numberValue(0, { integer: true, min: 1 }));

const schema = nodeSchema<ImageNode>()({
  assetId: withField(sizeValue(), { field: "__assetId" }),
  src: withField(nullable(stringValue()), { field: "__src" }),
  alt: withField(stringValue(), { field: "__alt" }),
  caption: withField(stringValue(), { field: "__caption" }),
  width: withField(sizeValue(), { field: "__width" }),
  height: withField(sizeValue(), { field: "__height" }),
});

/** A picture as a block of its own, drawn without React: its fields are changed in a dialog. */
export class ImageNode extends DecoratorNode<null> {
  __assetId: number | null = null;
  __src: string | null = null;
  __alt = "";
  __caption = "";
  __width: number | null = null;
  __height: number | null = null;

  override $config() {
    return this.config("image", { extends: DecoratorNode, json: schema });
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    return this.getLatest().__caption;
  }

  getFields(): ImageFields {
    const { __assetId, __src, __alt, __caption, __width, __height } = this.getLatest();
    return {
      assetId: __assetId,
      src: __src,
      alt: __alt,
      caption: __caption,
      width: __width,
      height: __height,
    };
  }

  setFields(fields: Partial<ImageFields>): this {
    const all = { ...this.getFields(), ...fields };
    const self = this.getWritable();
    self.__assetId = all.assetId;
    self.__src = all.src;
    self.__alt = all.alt;
    self.__caption = all.caption;
    self.__width = all.width;
    self.__height = all.height;
    return self;
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    return drawFigure(this.getFields(), editor);
  }

  override updateDOM(before: this): boolean {
    // A node that was written to is drawn anew; it is small.
    return before !== this;
  }
}

function drawFigure(fields: ImageFields, editor: LexicalEditor): HTMLElement {
  const { resolveAsset, words } = surroundings(editor);
  const known = fields.assetId === null ? null : resolveAsset(fields.assetId);
  const figure = document.createElement("figure");
  const img = document.createElement("img");
  img.src = fields.src ?? known?.src ?? "";
  img.alt = fields.alt;
  img.draggable = false;
  const [width, height] = [fields.width ?? known?.width, fields.height ?? known?.height];
  if (width && height) {
    img.width = width;
    img.height = height;
  }
  figure.append(img);
  if (fields.alt.trim() === "") figure.append(drawNote(words["image.alt-missing"] ?? ""));
  if (fields.caption !== "") {
    const caption = document.createElement("figcaption");
    caption.textContent = fields.caption;
    figure.append(caption);
  }
  return figure;
}

function drawNote(text: string): HTMLElement {
  const note = document.createElement("p");
  note.className = "rte-note";
  note.textContent = text;
  return note;
}

export function $createImageNode(fields: Partial<ImageFields>): ImageNode {
  return $create(ImageNode).setFields(fields);
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode;
}
