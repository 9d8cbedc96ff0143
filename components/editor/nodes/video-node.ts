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
import type { Video } from "#lib/richtext/nodes.ts";
import { surroundings } from "../surroundings.ts";

export type VideoFields = Pick<Video, "assetId" | "posterId" | "caption" | "transcript">;

const idValue = () => numberValue(0, { integer: true, min: 0 });

const schema = nodeSchema<VideoNode>()({
  assetId: withField(idValue(), { field: "__assetId" }),
  posterId: withField(nullable(idValue()), { field: "__posterId" }),
  caption: withField(stringValue(), { field: "__caption" }),
  transcript: withField(stringValue(), { field: "__transcript" }),
});

/** A film as a block of its own. Chosen here, played in its dialog. */
export class VideoNode extends DecoratorNode<null> {
  __assetId = 0;
  __posterId: number | null = null;
  __caption = "";
  __transcript = "";

  override $config() {
    return this.config("video", { extends: DecoratorNode, json: schema });
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    return this.getLatest().__caption;
  }

  getFields(): VideoFields {
    const { __assetId, __posterId, __caption, __transcript } = this.getLatest();
    return {
      assetId: __assetId,
      posterId: __posterId,
      caption: __caption,
      transcript: __transcript,
    };
  }

  setFields(fields: Partial<VideoFields>): this {
    const all = { ...this.getFields(), ...fields };
    const self = this.getWritable();
    self.__assetId = all.assetId;
    self.__posterId = all.posterId;
    self.__caption = all.caption;
    self.__transcript = all.transcript;
    return self;
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    return drawFilm(this.getFields(), editor);
  }

  override updateDOM(before: this): boolean {
    return before !== this;
  }
}

function drawFilm({ assetId, posterId, caption }: VideoFields, editor: LexicalEditor): HTMLElement {
  const { resolveAsset } = surroundings(editor);
  const poster = posterId === null ? null : resolveAsset(posterId);
  const figure = document.createElement("figure");
  const film = document.createElement("video");
  // Without a picture of its own, the first frame.
  film.preload = poster ? "none" : "metadata";
  film.src = resolveAsset(assetId)?.src ?? "";
  if (poster) film.poster = poster.src;
  film.setAttribute("aria-label", caption);
  const words = document.createElement("figcaption");
  words.textContent = `▶ ${caption}`;
  figure.append(film, words);
  return figure;
}

export function $createVideoNode(fields: Partial<VideoFields>): VideoNode {
  return $create(VideoNode).setFields(fields);
}

export function $isVideoNode(node: LexicalNode | null | undefined): node is VideoNode {
  return node instanceof VideoNode;
}
