import type { LinkNode } from "@lexical/link";
import { $createLinkNode, $isLinkNode, $toggleLink } from "@lexical/link";
import {
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
} from "lexical";
import { isLinkAddress } from "#lib/richtext/address.ts";

const HOST_ONLY = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:].*)?$/u;
const MAIL_ONLY = /^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/;

/** An address as a person types it, made whole; null when no link may go there. */
export function readAddress(typed: string): string | null {
  const plain = typed.trim().replaceAll(" ", "%20");
  const guesses = [
    ...(MAIL_ONLY.test(plain) ? [`mailto:${plain}`] : []),
    ...(HOST_ONLY.test(plain) ? [`https://${plain}`] : []),
    plain,
  ];
  return guesses.find((address) => isLinkAddress(address)) ?? null;
}

export function $linkAtSelection(): LinkNode | null {
  const selection = $getSelection();
  const [node] = selection?.getNodes() ?? [];
  return node ? $findMatchingParent(node, $isLinkNode) : null;
}

/** Changes the link the selection is in, links the selected words, or inserts words with a link. */
export function $setLink(url: string, words: string): void {
  const selection = $getSelection();
  const link = $linkAtSelection();
  if (link) {
    link.setURL(url);
    return;
  }
  if ($isRangeSelection(selection) && selection.isCollapsed()) {
    const text = $createTextNode(words.trim() || url);
    $insertNodes([$createLinkNode(url).append(text)]);
    text.selectEnd();
    return;
  }
  $toggleLink(url, { rel: null });
}

export function $removeLink(): void {
  $toggleLink(null);
}
